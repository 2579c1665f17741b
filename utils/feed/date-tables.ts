/**
 * How month names begin, without accents, in English, German, French, Spanish, Portuguese, Italian, Dutch, Danish,
 * Norwegian, Swedish, Hungarian, Greek and Russian. The longest that fits counts: `juillet` is no June.
 */
const MONTHS = [
  'jan gen ene янв ιαν',
  'feb fev фев φεβ',
  'mar mrt maa мар μαρ',
  'apr abr avr апр απρ',
  'mai may maj mei mag маи мая μαι',
  'jun juin giu июн ιουν',
  'jul juil lug июл ιουλ',
  'aug ago aou авг αυγ',
  'sep set sze сен σεπ',
  'oct okt ott out окт οκτ',
  'nov ноя νοε',
  'dec dez dic des дек δεκ',
].map((names) => names.split(' '));

/** Chinese and, with figures for numerals, Japanese and Korean months. */
const NUMERALS = '一 二 三 四 五 六 七 八 九 十 十一 十二'.split(' ').map((numeral) => `${numeral}月`);

/** Month 1 to 12 for a word in lower case without accents; 0 for any other word. */
export function monthOf(word: string): number {
  let month = NUMERALS.indexOf(word) + 1;
  let length = 0;
  for (const [index, names] of MONTHS.entries()) {
    for (const name of names) {
      if (name.length > length && word.startsWith(name)) {
        month = index + 1;
        length = name.length;
      }
    }
  }
  return month;
}

/** Zones by hours east of Greenwich. Names that several zones share mean the one that feeds use them for. */
const ZONES = new Map<string, number>();
for (const row of [
  '-10 hst',
  '-9 akst',
  '-8 pst pt akdt',
  '-7 mst mt pdt',
  '-6 cst ct mdt',
  '-5 est et cdt',
  '-4 ast at edt',
  '-3 adt brt',
  '0 z ut utc gmt wet',
  '1 cet mez bst',
  '2 eet cest mest mesz',
  '3 msk eest',
  '5 pkt',
  '5.5 ist',
  '7 ict',
  '8 hkt sgt awst',
  '9 jst kst',
  '10 aest',
  '11 aedt',
  '12 nzst',
  '13 nzdt',
]) {
  const [hours, ...names] = row.split(' ');
  for (const name of names) ZONES.set(name, Number(hours) * 60);
}

/** Minutes east of Greenwich for the name of a zone in lower case; undefined for any other word. */
export function zoneOf(name: string): number | undefined {
  return ZONES.get(name);
}
