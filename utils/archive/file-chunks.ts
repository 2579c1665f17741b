/** A file's bytes as they are read. Streams cannot be iterated in the oldest browsers that we run in. */
export async function* fileChunks(file: {
  stream(): ReadableStream<Uint8Array>;
}): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  for (let { value } = await reader.read(); value; { value } = await reader.read()) yield value;
}
