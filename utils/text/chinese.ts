/** The one script that all Chinese is shown in. */
export type Script = 'hans' | 'hant';

export type Convert = (text: string) => string;

const loaded = new Map<Script, Promise<Convert>>();

/**
 * What makes simplified Chinese of traditional (`hans`: 0.1 MB of dictionaries) or the other way (`hant`: 1.1 MB, because
 * one simplified character stands for several and words decide). Words stay the author's: 软件 becomes 軟件, not 軟體.
 * Loaded at the first use. Text of the wanted script, and of other languages, stays as it is.
 */
export function loadConverter(script: Script): Promise<Convert> {
  const load = loaded.get(script) ?? (script === 'hans' ? simplifying() : traditionalizing());
  loaded.set(script, load);
  load.catch(() => loaded.delete(script));
  return load;
}

async function simplifying(): Promise<Convert> {
  const { Converter } = await import('opencc-js/t2cn');
  return Converter({ from: 'tw', to: 'cn' });
}

async function traditionalizing(): Promise<Convert> {
  const { Converter } = await import('opencc-js/cn2t');
  return Converter({ from: 'cn', to: 'tw' });
}
