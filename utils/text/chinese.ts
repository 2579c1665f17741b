import { isOnlyOf, type Script, writtenIn } from './written-in';

/** `language` is that of what the text is a part of: it decides where the text itself does not tell its script. */
export type Convert = (text: string, language?: string) => string;

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
  return sparing('hans', Converter({ from: 'tw', to: 'cn' }));
}

async function traditionalizing(): Promise<Convert> {
  const { Converter } = await import('opencc-js/cn2t');
  return sparing('hant', Converter({ from: 'cn', to: 'tw' }));
}

function scriptOf(language: string | undefined): Script | null {
  if (!language) return null;
  return new Intl.Locale(language).maximize().script === 'Hant' ? 'hant' : 'hans';
}

/**
 * The dictionaries take every text for one of the other script, and make 幹擾 of 干擾, 裡長 of 里長. So of a text that is in
 * the wanted script already, only signs are changed that are not.
 */
function sparing(wanted: Script, convert: (text: string) => string): Convert {
  const other = wanted === 'hant' ? 'hans' : 'hant';
  return (text, language) => {
    if ((writtenIn(text) ?? scriptOf(language) ?? other) !== wanted) return convert(text);
    return text.replace(/\p{sc=Han}/gu, (sign) => (isOnlyOf(sign, other) ? convert(sign) : sign));
  };
}
