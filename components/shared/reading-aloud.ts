import { computed, effect, signal } from '@preact/signals';
import type { Voiceless } from '../../utils/listening/voices';
import { choices, choicesKnown } from './listening-choices';
import { listening } from './listening-state';
import { reading } from './reading-state';
import { showBar, silenceAll } from './recordings';
import { firstInSight, markSpoken, watchOwnScroll } from './spoken-marks';
import { rectOf, type Spoken, spokenText } from './spoken-text';
import { loadVoices, voiceHere } from './voices';

export interface Speech {
  entryId: number;
  title: string;
  status: 'waiting' | 'speaking' | 'paused';
  /** The sentence, and of how many. */
  at: number;
  all: readonly Spoken[];
  voice: SpeechSynthesisVoice | null;
}

/** Why nothing is read: no voice, a voice that does not begin, or no text. */
export interface Silence {
  why: Voiceless | 'voice-failed' | 'no-text';
  language: string;
}

export const speech = signal<Speech | null>(null);
export const silence = signal<Silence | null>(null);

/** A voice that has not begun by then, ms, will not: engines without a sound device tell nobody. */
const patience = 8000;

/** Kept, because Chromium forgets utterances that nobody holds, and then never tells of their end. */
let utterance: SpeechSynthesisUtterance | null = null;
let waiting: ReturnType<typeof setTimeout> | undefined;
let unwatch = () => {};

function hush(): void {
  clearTimeout(waiting);
  utterance = null;
  // what is taken back ends with an event of its own, which is for nobody any more
  speechSynthesis.cancel();
}

/** Ends reading, and says why where it was not the reader who ended it. */
export function stopReading(why: Silence | null = null): void {
  if (speech.value) {
    hush();
    markSpoken(null);
    unwatch();
  }
  speech.value = null;
  silence.value = why;
  if (why) listening.value = 'speech';
  else if (listening.value === 'speech') {
    listening.value = null;
    showBar();
  }
}

/** The text was drawn anew (the full text came, or the other script): the same sentence in the new one, or the nearest. */
function renewed(now: Speech): Speech {
  const all = spokenText();
  const text = now.all[now.at]?.text;
  const found = all.findIndex((one) => one.text === text);
  return { ...now, all, at: found >= 0 ? found : Math.min(now.at, Math.max(0, all.length - 1)) };
}

function say(spoken: Spoken, voice: SpeechSynthesisVoice, onEnd: () => void): void {
  const mine = new SpeechSynthesisUtterance(spoken.text);
  utterance = mine;
  mine.voice = voice;
  mine.lang = voice.lang;
  mine.rate = choices.value.rate;
  const fail = () => stopReading({ why: 'voice-failed', language: spoken.language });
  waiting = setTimeout(fail, patience);
  mine.onstart = () => clearTimeout(waiting);
  mine.onend = () => {
    clearTimeout(waiting);
    if (utterance === mine) onEnd();
  };
  mine.onerror = () => {
    if (utterance === mine) fail();
  };
  speechSynthesis.speak(mine);
}

/** Speaks the sentence that is its turn, and then the next. */
function speakOn(): void {
  const was = speech.value;
  if (!was) return;
  const first = was.all[was.at];
  const now = first && rectOf(first) ? was : renewed(was);
  const spoken = now.all[now.at];
  const voice = spoken && voiceHere(spoken.language);
  if (!voice) stopReading();
  else if (typeof voice === 'string') stopReading({ why: voice, language: spoken.language });
  else {
    hush();
    speech.value = { ...now, status: 'speaking', voice };
    markSpoken(spoken);
    say(spoken, voice, () => stepReading(1));
  }
}

/** Goes to the sentence before or behind; behind the last it ends. */
export function stepReading(step: -1 | 1): void {
  const now = speech.value;
  if (!now) return;
  const at = Math.max(0, now.at + step);
  const spoken = now.all[at];
  if (!spoken) {
    stopReading();
    return;
  }
  speech.value = { ...now, at };
  if (now.status === 'paused') markSpoken(spoken);
  else speakOn();
}

/** Falls silent; the sentence is read again from its beginning, because half of one is not understood. */
export function pauseReading(): void {
  if (!speech.value) return;
  hush();
  speech.value = { ...speech.value, status: 'paused' };
}

/** Reads the open article aloud from what is in sight. */
export async function startReading(): Promise<void> {
  const entry = reading.value?.entry;
  const all = spokenText();
  if (!entry || all.length === 0) {
    stopReading({ why: 'no-text', language: '' });
    return;
  }
  silenceAll();
  stopReading();
  speech.value = {
    entryId: entry.id,
    title: entry.title,
    status: 'waiting',
    at: firstInSight(all),
    all,
    voice: null,
  };
  listening.value = 'speech';
  unwatch = watchOwnScroll();
  await Promise.all([loadVoices(), choicesKnown]);
  if (speech.value?.status === 'waiting') speakOn();
}

/** Begins, pauses or goes on. */
export function toggleReading(): void {
  const now = speech.value;
  if (!now) void startReading();
  else if (now.status === 'paused') speakOn();
  else pauseReading();
}

const openId = computed(() => reading.value?.entry.id);
openId.subscribe((open) => {
  if (speech.value ? speech.value.entryId !== open : silence.value !== null) stopReading();
});
effect(() => {
  if (listening.value === 'recording' && speech.peek()) stopReading();
});
/** Another pace or voice is heard at once. */
choices.subscribe(() => {
  if (speech.value?.status === 'speaking') speakOn();
});
addEventListener('pagehide', () => {
  if (speech.value) stopReading();
});
