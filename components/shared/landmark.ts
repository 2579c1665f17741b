/** A page has one main landmark: the pane that the reader is in. The others are regions. */
export function landmark(isMain: boolean, label: string): { role: 'main' | 'region'; 'aria-label': string } {
  return { role: isMain ? 'main' : 'region', 'aria-label': label };
}
