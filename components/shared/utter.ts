/** How an utterance ended: spoken, taken from us by somebody else, refused without a press of the reader's, or not spoken. */
export type Uttered = 'spoken' | 'taken' | 'refused' | 'failed';

/** A voice that has not begun by then, ms, will not: engines without a sound device tell nobody. */
const patience = 8000;
/** So many letters a second are slow, and so long, ms, engines take besides. */
const slow = 9;
const besides = 6000;
/** So often an engine on this machine may say that it still speaks; those on the net are cut off in mid-speech and say so too. */
const mostRounds = 3;

/** Kept, because Chromium forgets utterances that nobody holds, and then never tells of their end. */
let utterance: SpeechSynthesisUtterance | null = null;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Falls silent. What is taken back ends with an event of its own, which is for nobody any more. */
export function hush(): void {
  clearTimeout(waiting);
  utterance = null;
  speechSynthesis.cancel();
}

/** What engines call an end that came from elsewhere (Web Speech API, SpeechSynthesisErrorCode). */
const meaning: Partial<Record<SpeechSynthesisErrorCode, Uttered>> = {
  interrupted: 'taken',
  canceled: 'taken',
  'not-allowed': 'refused',
};

interface Wanted {
  text: string;
  /** How long it takes, in letters at a voice's own pace. */
  weight: number;
  voice: SpeechSynthesisVoice;
  rate: number;
}

/**
 * Speaks a piece, and tells once how it ended; never after `hush`. Chromium's online voices fall silent after fifteen
 * seconds and tell nobody (https://crbug.com/679437), and other engines lose the event of an end: a piece that takes much
 * longer than it can is over. Where an engine tells of words, each of them is a sign of life.
 */
export function utter({ text, weight, voice, rate }: Wanted, onEnd: (how: Uttered) => void): void {
  const mine = new SpeechSynthesisUtterance(text);
  utterance = mine;
  Object.assign(mine, { voice, lang: voice.lang, rate });
  const end = (how: Uttered) => {
    if (utterance !== mine) return;
    clearTimeout(waiting);
    utterance = null;
    onEnd(how);
  };
  const longest = (weight / slow / rate) * 1000 + besides;
  const watch = (roundsLeft: number) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (speechSynthesis.speaking && roundsLeft > 0) watch(roundsLeft - 1);
      else end('spoken');
    }, longest);
  };
  const alive = () => {
    if (utterance === mine) watch(voice.localService ? mostRounds : 0);
  };
  waiting = setTimeout(() => end('failed'), patience);
  mine.onstart = alive;
  mine.onboundary = alive;
  mine.onend = () => end('spoken');
  mine.onerror = ({ error }) => end(meaning[error] ?? 'failed');
  // what another page has paused would wait for ever
  speechSynthesis.resume();
  speechSynthesis.speak(mine);
}
