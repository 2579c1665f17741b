import type { ArchiveImage } from '../../utils/archive/image-file';
import { sha256 } from '../../utils/archive/manifest';

/** A picture of one colour, of the kind that is asked for. */
export async function drawnPicture(address: string, type: string, colour: string): Promise<ArchiveImage> {
  const canvas = new OffscreenCanvas(9, 6);
  const pen = canvas.getContext('2d');
  if (pen) pen.fillStyle = colour;
  pen?.fillRect(0, 0, 9, 6);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type })).arrayBuffer());
  const hash = await sha256(bytes);
  return { address, hash, type, bytes, from: address, fetchedAt: Date.UTC(2026, 0, 2) };
}
