import type { Attribute } from '../text/attributes';
import { decodeEntities } from '../text/entities';
import { Scope } from './namespaces';
import { innerBase } from './urls';

/** What an element inherits. */
export interface Context {
  scope: Scope;
  /** xml:base */
  base: string;
  /** xml:lang */
  language: string;
}

/** The context inside an element with these attributes; the outer one itself where they change nothing. */
export function innerContext(outer: Context, attributes: Attribute[], isRoot: boolean): Context {
  let inner: Context | null = null;
  let declared = false;
  for (const { name, value } of attributes) {
    const plain = name.toLowerCase();
    if (!plain.startsWith('xml')) continue;
    inner ??= { ...outer };
    if (plain === 'xml:base') inner.base = innerBase(decodeEntities(value), outer.base);
    else if (plain === 'xml:lang') inner.language = languageTag(value);
    else if (plain.startsWith('xmlns')) {
      if (!declared) inner.scope = new Scope(outer.scope);
      declared = true;
      inner.scope.declare(plain.slice(6), value, isRoot);
    }
  }
  return inner ?? outer;
}

/** A BCP 47 tag; some feeds write `en_US`. */
export function languageTag(value: string): string {
  return value.trim().replaceAll('_', '-');
}
