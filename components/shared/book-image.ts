import { bookType } from '../../utils/archive/epub-parts';
import type { ArchiveImage } from '../../utils/archive/image-file';
import { imagePath } from '../../utils/archive/image-file';
import { sha256 } from '../../utils/archive/manifest';

/** A picture as books may have it: of kinds that few devices know, what the browser makes of it; null where it cannot. */
export async function bookImage(image: ArchiveImage): Promise<ArchiveImage | null> {
  if (bookType(imagePath(image))) return image;
  try {
    const bitmap = await createImageBitmap(new Blob([image.bytes], { type: image.type }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    bitmap.close();
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return { ...image, bytes, type: blob.type, hash: await sha256(bytes) };
  } catch {
    return null;
  }
}
