/** Longer lines are in no backup of ours, and more than a message can carry. */
const maxLength = 40_000_000;

/** The lines of a file, one after the other, without holding all of it in memory. Throws at a line that is too long. */
export async function* textLines(file: Blob): AsyncGenerator<string> {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  try {
    let rest = '';
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      const lines = (rest + chunk.value).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > maxLength) throw new RangeError('A line is too long');
      yield* lines.filter((line) => line.trim() !== '');
    }
    if (rest.trim() !== '') yield rest;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
