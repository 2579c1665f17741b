/** A voice as the browser describes it (SpeechSynthesisVoice). */
export interface Voice {
  readonly voiceURI: string;
  readonly name: string;
  /** `zh-CN`; on some systems `zh_CN`, `cmn-Hans-CN` or `cmn-latn-pinyin`. */
  readonly lang: string;
  /** Spoken on this machine: no text leaves it. */
  readonly localService: boolean;
  readonly default: boolean;
}

/** Why nothing can be read aloud: no voice at all, none for the language, or only such as send the text away. */
export type Voiceless = 'no-voices' | 'no-voice-for' | 'only-remote';

function localeOf(tag: string): Intl.Locale | null {
  try {
    const [language] = Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'));
    // `cmn` is Mandarin, which everybody else calls `zh`
    return language ? new Intl.Locale(language.replace(/^cmn\b/, 'zh')) : null;
  } catch {
    return null;
  }
}

/**
 * What a voice must have in common with a text: `en`, `de`; of Chinese `zh-CN`, `zh-TW` (both Mandarin, by the script that
 * the voice reads best) or `zh-HK`, which is Cantonese. '' for what is no language tag.
 */
export function voiceGroup(tag: string): string {
  const locale = localeOf(tag);
  if (!locale) return '';
  const { language, region, script } = locale;
  if (language === 'yue') return 'zh-HK';
  if (language !== 'zh') return language === 'und' ? '' : language;
  if (region === 'HK' || region === 'MO') return 'zh-HK';
  return (script ?? locale.maximize().script) === 'Hant' ? 'zh-TW' : 'zh-CN';
}

/** Whose voices read a group's texts where it has none of its own, nearest first. A Cantonese voice reads Mandarin last. */
const kin: Readonly<Record<string, readonly string[]>> = {
  'zh-CN': ['zh-TW', 'zh-HK'],
  'zh-TW': ['zh-CN', 'zh-HK'],
  'zh-HK': ['zh-TW', 'zh-CN'],
  nb: ['no', 'nn'],
  no: ['nb', 'nn'],
};

function rank(voice: Voice, tag: string): number {
  const isSame = localeOf(voice.lang)?.toString() === localeOf(tag)?.toString();
  return (voice.localService ? 4 : 0) + (isSame ? 2 : 0) + (voice.default ? 1 : 0);
}

/** The voices for a language, best first: on this machine before online, of the same region first. */
export function voicesFor<V extends Voice>(tag: string, voices: readonly V[], remote: boolean): V[] {
  const group = voiceGroup(tag);
  const allowed = voices.filter(({ localService }) => remote || localService);
  const ofGroup = (wanted: string) =>
    allowed.filter(({ lang }) => voiceGroup(lang) === wanted).sort((a, b) => rank(b, tag) - rank(a, tag));
  return [group, ...(kin[group] ?? [])].flatMap(ofGroup);
}

/** The voice that reads a text: the chosen one while it is there and allowed, else the best; or why there is none. */
export function voiceFor<V extends Voice>(
  tag: string,
  voices: readonly V[],
  { voices: chosen, remoteVoices }: { voices: Readonly<Record<string, string>>; remoteVoices: boolean },
): V | Voiceless {
  if (voices.length === 0) return 'no-voices';
  const wanted = chosen[voiceGroup(tag)];
  const found = voicesFor(tag, voices, remoteVoices);
  const best = found.find(({ voiceURI }) => voiceURI === wanted) ?? found[0];
  if (best) return best;
  return voicesFor(tag, voices, true).length > 0 ? 'only-remote' : 'no-voice-for';
}
