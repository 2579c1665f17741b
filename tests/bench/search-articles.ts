/** Articles whose words are as unevenly frequent as those of real ones (Zipf), the same at every call. */
export interface BenchArticle {
  title: string;
  html: string;
}

const mostUsed =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严';
const syllables =
  'an ber co de er fi ga ho in jo ka la men no ol per qui re sta tion un ver wa xe yo zu th ing ment ary'.split(
    ' ',
  );

/** Numbers from 0 to 2^31 in a fixed order (the minimal standard generator of Park and Miller). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state;
  };
}

/** A place in a list of so many, the first ones far more often. */
function zipf(next: () => number, count: number): number {
  return Math.floor(count ** ((next() % 1_000_000) / 1_000_000)) - 1;
}

function hanWords(next: () => number): string[] {
  const rare = Array.from({ length: 3000 }, (_, at) => String.fromCharCode(0x4e00 + ((at * 7) % 20_000)));
  const signs = [...mostUsed, ...rare];
  const sign = () => signs[zipf(next, signs.length)] ?? '';
  return Array.from({ length: 30_000 }, (_, at) =>
    at < 60 ? sign() : at % 5 === 0 ? sign() + sign() + sign() : sign() + sign(),
  );
}

function latinWords(next: () => number): string[] {
  const part = () => syllables[next() % syllables.length] ?? '';
  return Array.from({ length: 40_000 }, (_, at) =>
    Array.from({ length: 1 + (at > 50 ? 1 : 0) + (next() % 3) }, part).join(''),
  );
}

/** Gives articles one after the other: half in Chinese of about 1,200 signs, half in English of about 600 words. */
export function articleWriter(): (at: number) => BenchArticle {
  const next = numbers(7);
  const han = hanWords(next);
  const latin = latinWords(next);
  const text = (words: readonly string[], count: number, between: string, stop: string) =>
    Array.from(
      { length: count },
      (_, at) => (words[zipf(next, words.length)] ?? '') + (at % 11 === 10 ? stop : between),
    ).join('');
  const paragraphs = (write: () => string) => Array.from({ length: 6 }, () => `<p>${write()}</p>\n`).join('');
  return (at) =>
    at % 2 === 0
      ? { title: text(han, 9, '', '：'), html: paragraphs(() => text(han, 100, '', '，')) }
      : { title: text(latin, 8, ' ', ', '), html: paragraphs(() => text(latin, 100, ' ', ', ')) };
}
