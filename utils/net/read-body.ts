import { ProblemError } from '../model/problem';

/** Inflated bytes: a compressed bomb is a few kB on the wire. */
export const limitBytes = 10 * 1024 * 1024;

function tooBig(limit: number): ProblemError {
  return new ProblemError({ kind: 'too-big', limitBytes: limit });
}

/**
 * The whole body, or a ProblemError `too-big` as soon as it is known to be over `limit` bytes (10 MB); what is left is not read. A body
 * that breaks off rejects with what the stream gives.
 */
export async function readBody(response: Response, limit = limitBytes): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(response.headers.get('content-length') ?? 0) > limit) {
    await response.body?.cancel();
    throw tooBig(limit);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > limit) {
      await reader?.cancel();
      throw tooBig(limit);
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
    letGo(chunk);
  }
  return bytes;
}

/**
 * Frees bytes that nobody reads any more, which are empty from then on. Left to the browser they stay until it next
 * collects: after a first poll of 500 feeds that was a third of all the memory that it took.
 */
export function letGo({ buffer, byteLength }: Uint8Array): void {
  const isOwn = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  if (isOwn) buffer.transfer(0);
}
