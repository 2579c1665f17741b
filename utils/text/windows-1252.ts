/** What each byte is there. Node 20 says so only of a stream. */
const meant = new TextDecoder('windows-1252').decode(
  Uint8Array.from({ length: 256 }, (_, i) => i),
  { stream: true },
);

/**
 * Replaces C1 controls, which nobody means, by what their codes are in windows-1252: they come of programs that take it for
 * ISO 8859-1.
 */
export function repairC1(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => meant.charAt(control.charCodeAt(0)));
}
