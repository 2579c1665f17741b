/** A text of up to `most` of the pieces. */
export function randomText(random: () => number, pieces: string[], most: number): string {
  const length = Math.floor(random() * (most + 1));
  return Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)] ?? '').join('');
}
