import { expect, test } from 'vitest';
import { adoptImages, importImages, nameImported } from '../../utils/actions/import-images';
import { importRecords } from '../../utils/actions/import-records';
import { undoImport } from '../../utils/actions/undo-import';
import { toBase64 } from '../../utils/archive/base64';
import { sha256 } from '../../utils/archive/manifest';
import { writeRecord } from '../../utils/archive/record';
import { cachedImage, getImageBytes } from '../../utils/db/cached-images';
import { dropOrphans } from '../../utils/db/evict-images';
import { listAll, TestWorld, useFreshDatabase } from './support';

useFreshDatabase();

const shown = 'https://pictures.example/a.png';
const proxied = 'https://wsrv.nl/?url=pictures.example/a.png';

async function picture(): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(new URL('/icon/16.png', location.href))).arrayBuffer());
}

async function imported(world: TestWorld) {
  const html = `<p>Text <img src="${proxied}"><img src="https://gone.example/b.png"></p>`;
  const text = writeRecord({ time: 5, title: 'One', link: 'https://site.example/1', html });
  const bytes = await picture();
  const { importId } = await importRecords(world, { records: [{ name: '1.md', text }] });
  await importImages(world, { images: [toBase64(bytes), btoa('<p>no picture</p>'), '§'] });
  const row = { hash: await sha256(bytes), from: shown, fetchedAt: 7 };
  const names = [shown, proxied].map((address) => ({ ...row, address }));
  await nameImported(world, { images: [...names, { ...row, address: 'x', hash: 'ab' }] });
  return { importId, size: bytes.length };
}

test('pictures come back with the articles that show them', async () => {
  const world = new TestWorld();
  const { importId, size } = await imported(world);
  expect(await adoptImages(world, { importId })).toEqual({ articles: 1 });
  await dropOrphans();
  expect([(await cachedImage(proxied))?.size, (await cachedImage(proxied))?.type]).toEqual([
    size,
    'image/png',
  ]);
  expect([await cachedImage('x'), await getImageBytes()]).toEqual([undefined, size]);
});

test('those that nothing shows are dropped, and so are those of an import that is taken back', async () => {
  const world = new TestWorld();
  await imported(world);
  await dropOrphans();
  expect([await cachedImage(shown), await getImageBytes()]).toEqual([undefined, 0]);
  await undoImport(world, { importId: (await listAll())[0]?.arrivedAt ?? 0 });
  const { importId } = await imported(world);
  await adoptImages(world, { importId });
  await undoImport(world, { importId });
  await dropOrphans();
  expect(await getImageBytes()).toBe(0);
});
