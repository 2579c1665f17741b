import { ProblemError } from '../model/problem';

/** Inflated bytes: a compressed bomb is a few kB on the wire. */
export const limitBytes = 10 * 1024 * 1024;

function tooBig(): ProblemError {
  return new ProblemError({ kind: 'too-big', limitBytes });
}

/**
 * The whole body, or a ProblemError `too-big` as soon as it is known to be over 10 MB; what is left is not read. A body
 * that breaks off rejects with what the stream gives.
 */
export async function readBody(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(response.headers.get('content-length') ?? 0) > limitBytes) {
    await response.body?.cancel();
    throw tooBig();
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > limitBytes) {
      await reader?.cancel();
      throw tooBig();
    }
    chunks.push(part.value);
  }
  return join(chunks, size);
}

function join(chunks: Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
