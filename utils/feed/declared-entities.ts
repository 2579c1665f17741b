import { decodeEntities } from '../text/entities';
import { MAX_DECLARED, MAX_DECLARED_LENGTH } from './limits';

const DECLARATION = /<!ENTITY\s{1,99}([\w.-]{1,64})\s{1,99}(?:"([^"]{0,999})"|'([^']{0,999})')/g;

/**
 * The entities that a DOCTYPE's internal subset declares. None that are long or refer to others, so that no document
 * can grow by them; external ones are never fetched.
 */
export function declaredEntities(doctype: string): Map<string, string> {
  const declared = new Map<string, string>();
  for (const [, name = '', double, single] of doctype.matchAll(DECLARATION)) {
    if (declared.size === MAX_DECLARED) break;
    const value = double ?? single ?? '';
    if (value.length > MAX_DECLARED_LENGTH || /&(?!#)|%/.test(value)) continue;
    if (!declared.has(name)) declared.set(name, decodeEntities(value));
  }
  return declared;
}
