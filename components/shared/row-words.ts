import type { Entry } from '../../utils/model/entry';

/**
 * What a row says below its title: the beginning of the text, without what the title has said already. Notes without a
 * title of their own are titled by their first words, and of short ones nothing is left.
 */
export function wordsBelow({ title, snippet }: Pick<Entry, 'title' | 'snippet'>): string {
  if (snippet === title) return '';
  const said = title.endsWith('…') ? title.slice(0, -1) : '';
  return said !== '' && snippet.startsWith(said) ? `…${snippet.slice(said.length).trimStart()}` : snippet;
}
