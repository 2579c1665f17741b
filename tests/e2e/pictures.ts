import { allScenes, keptPictures } from './pictures/all-scenes';
import { allFolder, keptFolder, picturesOf, takeAll } from './pictures/take';

export interface Wanted {
  /** Of the pictures' names: page, state, width, language, theme. */
  only?: RegExp;
  /** Those alone that the repository keeps, and these into their folder. */
  kept?: boolean;
}

/**
 * Takes pictures of every state of every page in Chromium, into .output/screenshots/; with `kept`, and where nothing is left
 * out, those that the repository keeps are renewed. Tells of each as it is there; gives how many could not be taken.
 */
export async function takePictures({ only = /./, kept }: Wanted = {}): Promise<number> {
  const all = picturesOf(allScenes);
  const lost = [...keptPictures].find((wanted) => !all.some(({ name }) => name === wanted));
  if (lost) throw new Error(`No scene makes ${lost}`);
  const pictures = all.filter(({ name }) => only.test(name) && (!kept || keptPictures.has(name)));
  const isRenewed = kept === true || pictures.length === all.length;
  let failed = 0;
  await takeAll(pictures, isRenewed ? keptPictures : new Set(), ({ name, failure }) => {
    if (failure) failed += 1;
    console.log(failure ? `${name}: ${failure}` : `${kept ? keptFolder : allFolder}/${name}.png`);
  });
  return failed;
}
