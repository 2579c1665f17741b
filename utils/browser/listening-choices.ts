import { type Listening, listeningFrom } from '../model/listening';
import { readValue, watchValue, writeValue } from './stored-value';

/** Apart from the settings, which every page and the background read at their start. */
const key = 'listening';

export async function getListening(): Promise<Listening> {
  return listeningFrom(await readValue('local', key));
}

/** Changes some choices and leaves the others. */
export async function saveListening(changed: Partial<Listening>): Promise<void> {
  await writeValue('local', key, { ...(await getListening()), ...changed });
}

/** Calls back whenever any page changes one; gives the function that stops it. */
export function watchListening(onChange: (choices: Listening) => void): () => void {
  return watchValue('local', key, (value) => onChange(listeningFrom(value)));
}
