import type { RuleField } from '../model/rule';
import { fold } from './fold';

/** What of an article rules may look at. */
export interface RuleTexts {
  title: string;
  author: string;
  link: string;
  /** Names that the feed goes by. */
  feed: readonly string[];
  /** What the publisher filed it under, and the reader's tags. */
  tags: readonly string[];
  /** Its text without markup, for who asks; it is cut for rules. */
  body: () => string;
}

/** Characters of an article that rules look at. */
export const bodyLimit = 20_000;
const lineLimit = 2000;

/** An article as many rules ask about it: each of its texts is made and folded once. */
export class RuleSubject {
  readonly #plain = new Map<RuleField, readonly string[]>();
  readonly #folded = new Map<RuleField, readonly string[]>();

  constructor(private readonly texts: RuleTexts) {}

  plain(field: RuleField): readonly string[] {
    const made = this.#plain.get(field) ?? this.#make(field);
    this.#plain.set(field, made);
    return made;
  }

  folded(field: RuleField): readonly string[] {
    const made = this.#folded.get(field) ?? this.plain(field).map(fold);
    this.#folded.set(field, made);
    return made;
  }

  /** The same article with one more tag. */
  withTag(tag: string): RuleSubject {
    return new RuleSubject({ ...this.texts, tags: [...this.texts.tags, tag] });
  }

  #make(field: RuleField): readonly string[] {
    const { texts } = this;
    if (field === 'body') return [texts.body().slice(0, bodyLimit)];
    const values = field === 'tag' ? texts.tags : field === 'feed' ? texts.feed : [texts[field]];
    return values.map((value) => value.slice(0, lineLimit));
  }
}
