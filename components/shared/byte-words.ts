const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

const formats = new Map<string, Intl.NumberFormat>();

/** Making one takes longer than a hundred uses of it. */
function formatFor(language: string, step: number, digits: number): Intl.NumberFormat {
  const key = `${language} ${step} ${digits}`;
  const unit = { style: 'unit', unit: units[step] ?? 'byte', unitDisplay: 'short' } as const;
  const format =
    formats.get(key) ?? new Intl.NumberFormat(language, { ...unit, maximumFractionDigits: digits });
  formats.set(key, format);
  return format;
}

/** "0 kB", "0.4 kB", "12 kB", "1.4 MB": powers of a thousand, as browsers and disks count. */
export function byteWords(bytes: number, language: string): string {
  const step = bytes < 1000 ? 1 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return formatFor(language, step, value < (step > 1 ? 10 : 1) ? 1 : 0).format(value);
}
