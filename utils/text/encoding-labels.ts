/** Code pages by number, as Windows and Java name them (`cp936`, `ms949`, `windows-31j` is known already). */
const CODE_PAGES: Record<string, string> = {
  932: 'shift_jis',
  936: 'gbk',
  950: 'big5',
  54936: 'gb18030',
};

/** The name by which TextDecoder knows an encoding that a feed or server named so, or '' for one it does not know. */
export function encodingOf(label: string): string {
  const plain = label.trim().toLowerCase();
  if (plain === '') return '';
  const dense = plain.replace(/^(cs|x-)|[-_\s:]/g, '');
  const page = /^(?:cp|ms|win|windows)(\d+)$/.exec(dense)?.[1] ?? '';
  const byShape = dense.replace(/^(?:iso)?8859(\d+)$/, 'iso-8859-$1').replace(/^(utf|euc|koi8)/, '$1-');
  const names = [plain, dense, CODE_PAGES[page], `windows-${page}`, byShape];
  for (const name of names) {
    const known = knownTo(name);
    if (known !== '') return known;
  }
  return '';
}

function knownTo(label = ''): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return '';
  }
}
