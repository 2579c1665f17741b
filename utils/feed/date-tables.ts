/**
 * How month names begin, without accents, in the languages that feeds were seen in (English, German, French, Spanish,
 * Portuguese, Italian, Dutch, Romanian, Nordic ones, Hungarian, Polish, Czech, Turkish, Greek, Russian, Ukrainian,
 * Arabic, Chinese). The longest that fits counts: `juil` is July where `jui` would be June.
 */
const MONTHS = [
  'jan gen ene ian янв січ ιαν sty led tammi oca يناير 一月',
  'feb fev febr фев лют φεβ lut uno helmi sub فبراير 二月',
  'mar mrt maa марта мар бер μαρ brez maalis مارس 三月',
  'apr abr avr апр кві απρ kwi dub huhti nis ابريل 四月',
  'mai may maj mei mag маи мая тра μαι kvet touko مايو 五月',
  'jun juin giu iun июн чер ιουν cze cerven kesa haz يونيو 六月',
  'jul juil lug iul июл лип ιουλ lip cervenec heina tem يوليو 七月',
  'aug ago aou agu авг сер αυγ sie srp elo اغسطس 八月',
  'sep set sze сен вер σεπ wrz zar syys eyl سبتمبر 九月',
  'oct okt ott out окт жов οκτ paz rij loka eki اكتوبر 十月',
  'nov noi ноя лис νοε lis marras kas نوفمبر 十一月',
  'dec dez dic des дек гру δεκ gru pro joulu ara ديسمبر 十二月',
].map((names) => names.split(' '));

/** Month 1 to 12 for a word in lower case without accents; 0 for any other word. */
export function monthOf(word: string): number {
  let month = 0;
  let length = 0;
  MONTHS.forEach((names, index) => {
    for (const name of names) {
      if (name.length > length && word.startsWith(name)) {
        month = index + 1;
        length = name.length;
      }
    }
  });
  return month;
}

/** Zones by hours east of Greenwich. Names that several zones share mean the one that feeds use them for. */
const ZONES: Record<string, number> = {};
for (const [hours, names] of [
  [-10, 'hst'],
  [-9, 'akst'],
  [-8, 'pst pt akdt'],
  [-7, 'mst mt pdt'],
  [-6, 'cst ct mdt'],
  [-5, 'est et cdt'],
  [-4, 'ast at edt clt'],
  [-3.5, 'nst'],
  [-3, 'adt brt art'],
  [-2.5, 'ndt'],
  [0, 'z ut utc gmt wet'],
  [1, 'cet met mez wat west bst'],
  [2, 'eet cest mest mesz sast cat'],
  [3, 'msk eest trt eat'],
  [4, 'msd gst'],
  [5, 'pkt'],
  [5.5, 'ist'],
  [7, 'ict wib'],
  [8, 'hkt sgt awst pht myt'],
  [9, 'jst kst'],
  [9.5, 'acst'],
  [10, 'aest'],
  [10.5, 'acdt'],
  [11, 'aedt'],
  [12, 'nzst'],
  [13, 'nzdt'],
] as const) {
  for (const name of names.split(' ')) ZONES[name] = hours * 60;
}

/** Minutes east of Greenwich for the name of a zone in lower case; undefined for any other word. */
export function zoneOf(name: string): number | undefined {
  return Object.hasOwn(ZONES, name) ? ZONES[name] : undefined;
}

/** Words that stand between the parts of a date and say nothing. */
export const FILLERS = new Set(
  'de del of at on the um uhr kl klo le la a o г в і та den der am st nd rd th t ora hs hrs'.split(' '),
);
