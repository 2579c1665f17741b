const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** XML 1.0, production 2. */
function isXmlCharacter(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 32) return code === 9 || code === 10 || code === 13;
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || code > 0xffff;
}

/** Without the characters that XML cannot hold in any form. */
export function xmlCharacters(text: string): string {
  return Array.from(text, (one) => (isXmlCharacter(one) ? one : '')).join('');
}

/** A text as content or attribute value of HTML and XML. */
export function escapeMarkup(text: string): string {
  return xmlCharacters(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** A text as XML will show it, white space collapsed: '' where there is nothing to see. */
export function shownText(text: string): string {
  return xmlCharacters(text).replace(/\s+/g, ' ').trim();
}
