/** Long enough for the browser to have begun saving. */
const keptMs = 60_000;

/** Hands a file of the reader's own to the browser's downloads: nothing goes anywhere else. */
export function download(name: string, content: Blob): void {
  const link = document.createElement('a');
  const url = URL.createObjectURL(content);
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keptMs);
}
