const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** "0 byte", "12 kB", "1.4 MB": powers of a thousand, as browsers and disks count. */
export function byteWords(bytes: number, language: string): string {
  const step = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 && step > 1 ? 1 : 0,
  }).format(value);
}
