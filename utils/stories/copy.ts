import { htmlToText } from '../text/html-text';
import { storyAddress } from './story-address';
import { isNumber, shinglesOf, unitsOf } from './units';

/** What is known of an article before it is compared. */
export interface Told {
  title: string;
  link: string;
  /** Its text as HTML; its snippet where there is no more. */
  html: string;
  /** ms */
  sortAt: number;
}

/** An article made ready for comparing. */
export interface Copy {
  address: string;
  /** Units of the title without the site's name at its end. */
  title: readonly string[];
  /** What numbers and counts the title, in order: the same news of two days differs in nothing else. */
  counts: string;
  /** All units of the text, and all two of them that follow each other. */
  words: ReadonlySet<string>;
  couples: ReadonlySet<string>;
  shingles: ReadonlySet<number>;
  /** The same as they follow each other in the text. */
  inOrder: readonly number[];
  numbers: ReadonlySet<string>;
  sortAt: number;
}

/** Characters that are looked at: of longer articles the beginning is enough to tell. */
const longest = { title: 300, text: 6000 };

/** ` - The Daily Planet`, `｜報導者`: what aggregators and sites add, never what is before it. */
const siteName = /^(.{6,}\S)\s*(?:\s[-–—|·»]|[|｜_])\s*[^-–—|｜_·»]{2,30}$/u;

const countWords = new Set(
  `一 二 三 四 五 六 七 八 九 十 零 〇 兩 两 上 中 下 前 后 早 午 晚 夜 春 夏 秋 冬 i ii iii iv v vi vii viii ix x xi xii one two three
  four five six seven eight nine ten first second third fourth fifth last next morning noon evening night am pm spring
  summer autumn fall winter monday tuesday wednesday thursday friday saturday sunday january february march april may june
  july august september october november december`.split(/\s+/),
);

const titleUnits = (title: string) => unitsOf(siteName.exec(title.trim())?.[1] ?? title, longest.title);

/** A number as it counts: `08` is `8`. */
const plainNumber = (one: string) => one.replace(/^0+(?=\d)/, '');

/** Units with the one after each: of scripts without spaces, names and words are no less. */
export const couplesOf = (units: readonly string[]) => units.slice(1).map((one, at) => `${units[at]} ${one}`);

export function copyOf({ title, link, html, sortAt }: Told): Copy {
  const units = unitsOf(htmlToText(html, longest.text), longest.text);
  const inOrder = shinglesOf(units);
  const words = titleUnits(title);
  return {
    address: storyAddress(link),
    title: words,
    counts: words.flatMap((one) => (isNumber(one) || countWords.has(one) ? plainNumber(one) : [])).join(' '),
    words: new Set(units),
    couples: new Set(couplesOf(units)),
    shingles: new Set(inOrder),
    inOrder,
    numbers: new Set(units.filter(isNumber).map(plainNumber)),
    sortAt,
  };
}
