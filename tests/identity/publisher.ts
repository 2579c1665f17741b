import type { ParsedEntry } from '../../utils/model/parsed';
import { entry } from '../feed/entry';

/** One article as its publisher has it: what it is stays, whatever the feed makes of it. */
export interface Article {
  number: number;
  publishedAt: number;
  /** Counts edits of the text, and of the title. */
  textVersion: number;
  titleVersion: number;
}

/** How a feed names its entries. */
const idModes = ['guid', 'permalink', 'none', 'one-for-all', 'changing'] as const;
/** Of these, the ones under which an article keeps its id whatever else is listed. */
const firmModes = 3;
type IdMode = (typeof idModes)[number];

/** How the same article is linked: by other hosts and paths, with what counts readers, by a mirror's own pages. */
const linkForms: readonly ((number: number, poll: number) => string)[] = [
  (number) => `paper.example/articles/${number}`,
  (number) => `paper.example/articles/${number}/`,
  (number) => `paper.example/articles/${number}/index.html`,
  (number) => `m.paper.example/articles/${number}`,
  (number, poll) => `paper.example/articles/${number}?reader=${poll}`,
  (number) => `twin.example/p/${number}.html`,
  (number) => `paper.example/all#article-${number}`,
];

/** What one feed does to its readers; two traits that would leave nothing to know an article by are never in one feed. */
export interface Habits {
  /** Changes from one way of naming to another. */
  changesIds: boolean;
  editsTitles: boolean;
  editsTexts: boolean;
  redates: boolean;
  hasDates: boolean;
  /** Says only when an article was updated. */
  updatedOnly: boolean;
  changesLinks: boolean;
  /** Lists some twice in one document. */
  repeats: boolean;
  prunes: boolean;
}

export function habitsFrom(pick: (below: number) => number): Habits {
  const changesIds = pick(2) === 0;
  const redates = pick(3) === 0;
  const hasDates = pick(6) > 0;
  const updatedOnly = hasDates && pick(6) === 0;
  const isVague = redates || !hasDates || updatedOnly;
  const changesLinks = !isVague && pick(3) === 0;
  return {
    changesIds,
    redates,
    hasDates,
    updatedOnly,
    changesLinks,
    repeats: pick(4) === 0,
    editsTitles: !changesIds && !changesLinks && pick(2) === 0,
    editsTexts: !(changesIds && isVague) && pick(2) === 0,
    prunes: !(changesIds && isVague),
  };
}

const day = 86_400_000;

/** A publisher whose feed misbehaves in the ways of polling 3.11 to 3.18. */
export class Publisher {
  readonly articles: Article[] = [];
  /** What stands in the feed now, the newest first. */
  window: Article[] = [];
  #ids: IdMode;
  #scheme = 'https://';
  #linkForm = linkForms[0];
  #polls = 0;

  constructor(
    private readonly pick: (below: number) => number,
    readonly habits: Habits,
    now: number,
  ) {
    const isVague = habits.redates || !habits.hasDates || habits.updatedOnly;
    const isFirm = !habits.changesIds && (habits.editsTitles || isVague);
    this.#ids = idModes[pick(habits.changesIds ? 5 : isFirm ? firmModes : 4)] ?? 'guid';
    // written before anyone subscribed: an archive that may be opened one day
    const start = now - 400 * day - 1234;
    for (let i = 0; i < 12; i++) this.publish(start + i * 20 * day);
    this.window = this.articles.slice(-4).reverse();
  }

  publish(at: number): void {
    const article = { number: this.articles.length, publishedAt: at, textVersion: 0, titleVersion: 0 };
    this.articles.push(article);
    this.window = [article, ...this.window].slice(0, 8);
  }

  /** Something happens at the publisher's; gives its name. */
  act(now: number): string {
    const { pick, habits } = this;
    const acts: [string, () => void][] = [
      ['publishes', () => this.publish(now - pick(1000))],
      ['publishes', () => this.publish(now - pick(1000))],
      ['publishes three', () => this.#publishThree(now)],
      ['takes some out', () => this.#keep(() => pick(2) === 0)],
      ['brings some back', () => this.#bringBack()],
      ['opens the archive', () => this.#list(this.articles)],
      ['shortens the feed', () => this.#list(this.window.slice(0, 1 + pick(5)))],
      ['empties the feed', () => this.#list([])],
      ['changes the scheme', () => this.#changeScheme()],
    ];
    if (habits.changesIds) acts.push(['changes ids', () => this.#changeIds()]);
    if (habits.changesLinks) acts.push(['changes links', () => this.#changeLinks()]);
    if (habits.editsTexts) acts.push(['edits texts', () => this.#edit('textVersion')]);
    if (habits.editsTitles) acts.push(['edits titles', () => this.#edit('titleVersion')]);
    const [name, act] = acts[pick(acts.length)] ?? ['', () => undefined];
    act();
    return name;
  }

  /** What the feed says at `now`. */
  document(now: number): ParsedEntry[] {
    this.#polls += 1;
    const { window, habits, pick } = this;
    const again = habits.repeats ? window.filter(() => pick(4) === 0) : [];
    return [...window, ...again].map((article) => this.#entry(article, now));
  }

  /** The date that the feed gives an article; null without. */
  dateOf(article: Article, now: number): number | null {
    if (!this.habits.hasDates) return null;
    return this.habits.redates ? now - 1 : article.publishedAt;
  }

  #entry(article: Article, now: number): ParsedEntry {
    const { number, textVersion, titleVersion } = article;
    const link = `${this.#scheme}${this.#linkForm?.(number, this.#polls)}`;
    const date = this.dateOf(article, now);
    const { updatedOnly } = this.habits;
    const ids: Record<IdMode, string> = {
      guid: `guid ${number}`,
      permalink: link,
      none: '',
      'one-for-all': 'https://paper.example/',
      changing: `poll ${this.#polls}, ${number}`,
    };
    return entry({
      id: ids[this.#ids],
      link,
      title: `Article ${number}${titleVersion > 0 ? `, corrected ${titleVersion}` : ''}`,
      published: updatedOnly ? null : date,
      updated: updatedOnly ? date : null,
      content: `<p>What article ${number} says${textVersion > 0 ? `, edition ${textVersion}` : ''}.</p>`,
    });
  }

  #publishThree(now: number): void {
    for (let i = 0; i < 3; i++) this.publish(now - this.pick(1000));
  }

  #keep(keeps: () => boolean): void {
    this.window = this.window.filter(keeps);
  }

  #bringBack(): void {
    const some = this.articles.slice(-15).filter(() => this.pick(2) === 0);
    this.#list([...new Set([...this.window, ...some])]);
  }

  #list(articles: readonly Article[]): void {
    this.window = [...articles].sort((a, b) => b.number - a.number);
  }

  #changeScheme(): void {
    const schemes = ['http://', 'https://', 'https://www.', 'http://www.'];
    this.#scheme = schemes[this.pick(schemes.length)] ?? 'https://';
  }

  #changeIds(): void {
    this.#ids = idModes[this.pick(idModes.length)] ?? 'guid';
  }

  #changeLinks(): void {
    this.#linkForm = linkForms[this.pick(linkForms.length)];
  }

  #edit(part: 'textVersion' | 'titleVersion'): void {
    for (const article of this.window) if (this.pick(3) === 0) article[part] += 1;
  }
}
