/** Whose month names are known: what Unicode has of them (CLDR), of which every browser brings these along. */
const LANGUAGES = 'en de fr es pt it nl da nb sv hu el ru fi pl cs tr ar zh uk ro id he th'.split(' ');
/** Beside a day many languages put the month's name in another case than alone. */
const STYLES = [{ month: 'long', day: 'numeric' }, { month: 'long' }, { month: 'short' }] as const;

/** Of a language, from January to December in each style; made when a date first needs it. */
const names = new Map<string, string[]>();

function namesIn(language: string): string[] {
  const made = STYLES.flatMap((style) =>
    Array.from({ length: 12 }, (_, month) =>
      plainWord(
        new Date(month * 31 * 86_400_000).toLocaleDateString(language, { ...style, timeZone: 'UTC' }),
      ),
    ),
  );
  names.set(language, made);
  return made;
}

/** The last word's letters, in lower case and without accents. */
function plainWord(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/.* |\P{L}/gu, '');
}

/**
 * Month 1 to 12 for a word in lower case; 0 for any other word. Three letters in common are enough, since
 * abbreviations and cases are many; the name that has the most counts (`juillet` is no June), and of such the first.
 */
export function monthOf(written: string): number {
  const word = plainWord(written);
  let month = 0;
  let most = 0;
  for (const language of LANGUAGES) {
    if (word.length < 2 || most === word.length) break;
    for (const [i, name] of (names.get(language) ?? namesIn(language)).entries()) {
      let common = 0;
      while (common < name.length && name[common] === word[common]) common++;
      if (common > most && (common > 2 || common === name.length)) {
        month = (i % 12) + 1;
        most = common;
      }
    }
  }
  return month;
}

/** Zones after their hours east of Greenwich. Names that several zones share mean the one that feeds use them for. */
const ZONES = new Map<string, number>();
let east = 0;
for (const word of '-10 hst -9 akst -8 pst pt akdt -7 mst mt pdt -6 cst ct mdt -5 est et cdt -4 ast at edt -3 adt brt 0 z ut utc gmt wet 1 cet mez bst 2 eet cest mest mesz 3 msk eest 5 pkt 5.5 ist 7 ict 8 hkt sgt awst 9 jst kst 10 aest 11 aedt 12 nzst 13 nzdt'.split(
  ' ',
)) {
  if (/\d/.test(word)) east = Number(word) * 60;
  else ZONES.set(word, east);
}

/** Minutes east of Greenwich for the name of a zone in lower case; undefined for any other word. */
export function zoneOf(name: string): number | undefined {
  return ZONES.get(name);
}

/** By place; made when a date first needs it, since making one takes far longer than asking it. */
const clocks: Record<string, Intl.DateTimeFormat> = {};

/** Minutes east of Greenwich at a place as the time zone database names it, at a time there; 0 where it knows none. */
export function offsetAt(place: string, at: number): number {
  try {
    clocks[place] ??= new Intl.DateTimeFormat('en', { timeZone: place, timeZoneName: 'longOffset' });
    const [, hours = '', minutes] = /([+-]\d+):(\d+)$/.exec(clocks[place].format(at)) ?? [];
    return Number(hours) * 60 + Number(hours.charAt(0) + minutes) || 0;
  } catch {
    return 0;
  }
}
