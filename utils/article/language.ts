const kana = /[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9f]/g;
const hangul = /[\uac00-\ud7af\u1100-\u11ff]/g;
const han = /[\u3400-\u9fff\uf900-\ufaff]/g;
/** Chinese quotes a word of its neighbours now and then, and writes の for 的 in names: so much of a text is more than that. */
const ownShare = 0.1;

/** Frequent characters that one of the two ways of writing Chinese does not use. */
const simplified = /[们这说时国会为来个对发过还进经关问间学开长现业东车门马书见电话报应习党农网]/g;
const traditional = /[們這說時國會為來個對發過還進經關問間學開長現業東車門馬書見電話報應習黨農網]/g;

const signs = (text: string, which: RegExp) => text.match(which)?.length ?? 0;

/** `tag` says in which way Chinese is written, and is believed unless the text clearly says the other. */
function chinese(text: string, tag: string): string {
  const [simple, full] = [signs(text, simplified), signs(text, traditional)];
  const isLie = /Hant|TW|HK|MO/.test(tag) ? simple > 2 * full + 1 : full > 2 * simple + 1;
  if (tag !== '' && !isLie) return tag;
  return full > simple ? 'zh-Hant' : 'zh-Hans';
}

/** Feeds have few languages between them, and a tag takes as long to read as a row to draw. */
const known = new Map<string, string>();
const mostKnown = 200;

/** Language tags that feeds give in other forms: `zh_CN`, `ZH-cn`. */
function normalized(tag: string): string {
  const before = known.get(tag);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const made = readTag(tag);
  known.set(tag, made);
  return made;
}

function readTag(tag: string): string {
  try {
    return new Intl.Locale(tag.trim().replaceAll('_', '-')).toString();
  } catch {
    return '';
  }
}

/**
 * The language to set a text in, as a BCP 47 tag, or '' where it cannot be told: what decides the face of Chinese
 * characters, and the breaking of lines. The script of the text wins over `declared`: many feeds in Chinese say `en`, and
 * many in traditional Chinese the `zh-cn` of their template.
 */
export function textLanguage(text: string, declared: string): string {
  const tag = normalized(declared);
  const [chineseSigns, kanaSigns, hangulSigns] = [signs(text, han), signs(text, kana), signs(text, hangul)];
  const least = ownShare * (chineseSigns + kanaSigns + hangulSigns);
  if (kanaSigns > least) return 'ja';
  if (hangulSigns > least) return 'ko';
  if (chineseSigns === 0) return /^(?:zh|ja|ko)\b/.test(tag) ? '' : tag;
  if (/^(?:yue|ja)\b/.test(tag)) return tag;
  return chinese(text, /^zh-/.test(tag) ? tag : '');
}

/** Whether lines should be set for full-width characters: shorter, and further apart. */
export function isWideScript(language: string): boolean {
  return /^(?:zh|yue|ja|ko)\b/.test(language);
}

/** Whether a text of this language is Chinese, in either script. */
export function isChinese(language: string): boolean {
  return /^(?:zh|yue)\b/.test(language);
}
