/** Names that feeds use and the WHATWG's list of labels lacks, without their hyphens, underscores and spaces. */
const ALIASES: Record<string, string> = {
  utf: 'utf-8',
  u8: 'utf-8',
  cp65001: 'utf-8',
  unicode11utf8: 'utf-8',
  cp936: 'gbk',
  ms936: 'gbk',
  windows936: 'gbk',
  euccn: 'gbk',
  gb: 'gbk',
  cp54936: 'gb18030',
  gb180302000: 'gb18030',
  cp950: 'big5',
  ms950: 'big5',
  windows950: 'big5',
  big5hkscs: 'big5',
  big5tw: 'big5',
  big5eten: 'big5',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  windows932: 'shift_jis',
  sjis: 'shift_jis',
  ujis: 'euc-jp',
  cp51932: 'euc-jp',
  eucjpms: 'euc-jp',
  iso2022jp1: 'iso-2022-jp',
  iso2022jp2: 'iso-2022-jp',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  uhc: 'euc-kr',
  ksc5601: 'euc-kr',
  cp874: 'windows-874',
  tis620: 'windows-874',
  ansi: 'windows-1252',
  ascii: 'windows-1252',
  usascii: 'windows-1252',
};

/** The name by which TextDecoder knows an encoding that a feed or server named so, or '' for one it does not know. */
export function encodingOf(label: string): string {
  const plain = label.trim().toLowerCase();
  if (plain === '') return '';
  const dense = plain.replace(/^(cs|x-)/, '').replace(/[-_\s:]/g, '');
  const byShape = dense
    .replace(/^(?:cp|win|ms|windows)(125\d)$/, 'windows-$1')
    .replace(/^(?:iso)?(8859)(\d+)$/, 'iso-$1-$2')
    .replace(/^utf(\d+)([bl]e)?$/, 'utf-$1$2');
  return knownTo(plain) || knownTo(ALIASES[dense] ?? '') || knownTo(byShape) || knownTo(dense);
}

function knownTo(label: string): string {
  if (label === '') return '';
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return '';
  }
}
