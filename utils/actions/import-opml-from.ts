import type { Input, Output } from '../messages/protocol';
import { ProblemError } from '../model/problem';
import { decodeBytes } from '../text/decode';
import { askSource } from './ask-source';
import { importOpml } from './import-opml';
import { placesTyped } from './look-at';
import type { World } from './world';

/** Imports the OPML document at an address. Throws opml-unreadable, or what kept us from the address. */
export async function importOpmlFrom(
  world: World,
  { url }: Input<'importOpmlFrom'>,
): Promise<Output<'importOpmlFrom'>> {
  return world.keepAlive(async () => {
    const [place] = placesTyped(url);
    const answer = await askSource(world, { ...place, validators: null });
    if (answer.kind === 'problem') throw new ProblemError(answer.problem);
    const { bytes, contentType } =
      answer.kind === 'body' ? answer : { bytes: new Uint8Array(), contentType: '' };
    return importOpml(world, { text: decodeBytes(bytes, { contentType }).text });
  });
}
