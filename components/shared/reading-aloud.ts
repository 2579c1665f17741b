import { computed, effect, signal } from '@preact/signals';
import { weight } from '../../utils/listening/sentences';
import type { Voiceless } from '../../utils/listening/voices';
import { choices, choicesKnown } from './listening-choices';
import { listening } from './listening-state';
import { goesOn } from './playing-on';
import { type Reading, reading, selectedId } from './reading-state';
import { outdone, showBar, silenceAll } from './recordings';
import { firstInSight, markSpoken, watchOwnScroll } from './spoken-marks';
import { mainLanguage, rectOf, type Spoken, spokenText } from './spoken-text';
import { hush, type Uttered, utter } from './utter';
import { loadVoices, voiceHere } from './voices';
import { openBeside } from './walking';

export interface Speech {
  entryId: number;
  title: string;
  status: 'waiting' | 'speaking' | 'paused';
  /** The sentence, and of how many. */
  at: number;
  all: readonly Spoken[];
  voice: SpeechSynthesisVoice | null;
}

/** Why nothing is read: no voice, a voice that does not begin or may not, or no text. */
export interface Silence {
  why: Voiceless | 'voice-failed' | 'refused' | 'no-text';
  language: string;
}

export const speech = signal<Speech | null>(null);
export const silence = signal<Silence | null>(null);

let unwatch = () => {};
/** Nobody pressed anything on this page yet: a browser that wants a press is no failure. */
let waitsForPress = false;
/** The article that reading goes on to by itself, null where it does not. */
let leaving: number | null = null;

/** Ends reading, and says why where it was not the reader who ended it. */
export function stopReading(why: Silence | null = null): void {
  leaving = null;
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

/** A voice for the sentence; where there is none for a foreign one, that of the article, which makes do. */
function voiceOf({ language }: Spoken): SpeechSynthesisVoice | Voiceless {
  const own = voiceHere(language);
  const main = typeof own === 'string' ? voiceHere(mainLanguage()) : own;
  return typeof main === 'string' ? own : main;
}

function onUttered(how: Uttered, { language }: Spoken): void {
  const waits = how === 'refused' && waitsForPress;
  waitsForPress = false;
  if (how === 'spoken') stepReading(1);
  else if (how === 'taken' || waits) pauseReading();
  else stopReading({ why: how === 'refused' ? 'refused' : 'voice-failed', language });
}

/** Speaks the sentence that is its turn, and then the next. */
function speakOn(): void {
  const was = speech.value;
  if (!was) return;
  const first = was.all[was.at];
  const now = first && rectOf(first) ? was : renewed(was);
  const spoken = now.all[now.at];
  const voice = spoken && voiceOf(spoken);
  if (!voice) stopReading();
  else if (typeof voice === 'string') stopReading({ why: voice, language: spoken.language });
  else {
    hush();
    speech.value = { ...now, status: 'speaking', voice };
    markSpoken(spoken);
    const { text } = spoken;
    utter({ text, voice, weight: weight(text), rate: choices.value.rate }, (how) => onUttered(how, spoken));
  }
}

/** Goes to the sentence before or behind; behind the last it ends, or goes on with the next article. */
export function stepReading(step: -1 | 1): void {
  const now = speech.value;
  if (!now) return;
  const at = Math.max(0, now.at + step);
  const spoken = now.all[at];
  if (!spoken) {
    void endArticle(now);
    return;
  }
  speech.value = { ...now, at };
  if (now.status === 'paused') markSpoken(spoken);
  else speakOn();
}

/** Falls silent; the sentence is read again from its beginning, because half of one is not understood. */
export function pauseReading(): void {
  if (!speech.value) return;
  leaving = null;
  hush();
  speech.value = { ...speech.value, status: 'paused' };
}

/** Begins with a sentence of the open article; says so where it has none. */
async function begin(from: (all: readonly Spoken[]) => number): Promise<void> {
  const entry = reading.value?.entry;
  const all = spokenText();
  if (!entry || all.length === 0) {
    stopReading({ why: 'no-text', language: '' });
    return;
  }
  const { id: entryId, title } = entry;
  speech.value = { entryId, title, status: 'waiting', at: from(all), all, voice: null };
  silence.value = null;
  listening.value = 'speech';
  unwatch();
  unwatch = watchOwnScroll();
  await Promise.all([loadVoices(), choicesKnown]);
  if (speech.value?.status === 'waiting') speakOn();
}

/** Reads the open article aloud from what is in sight. */
export function startReading(): Promise<void> {
  silenceAll();
  stopReading();
  return begin(firstInSight);
}

/** A page that is opened shows its article this soon, ms, or not. */
const opensWithin = 10_000;

/** Reads an article that the page is about to show, from a sentence on; where the browser wants a press first, it waits there. */
export async function goOnFrom(entryId: number, sentence: number): Promise<void> {
  const isHere = () => {
    const open = reading.value;
    return open?.entry.id === entryId && open.status === 'ready' && isDrawn(open);
  };
  for (let waited = 0; waited < opensWithin && !isHere(); waited += drawnAfter)
    await new Promise((done) => setTimeout(done, drawnAfter));
  if (!isHere() || listening.value === 'speech') return;
  silenceAll();
  waitsForPress = true;
  await begin((all) => Math.min(sentence, all.length - 1));
}

/** An article's text is drawn a moment after it is known; so long, ms, it may take. */
const drawnAfter = 50;
const mostLooks = 100;

/** Whether the page shows it by now: its text comes apart from its title. */
function isDrawn({ entry, body }: Reading): boolean {
  const shown = document.querySelector<HTMLElement>('.article-scroller')?.dataset.shown;
  const text = document.querySelector('[data-article-body]')?.textContent;
  return shown === String(entry.id) && (!body?.html || Boolean(text));
}

/** Whether another article came, and its words are there to be read. */
async function nextIsShown(before: number): Promise<boolean> {
  for (let look = 0; look < mostLooks && leaving === before; look++) {
    const open = reading.value;
    if (open && open.entry.id !== before && open.status === 'ready' && isDrawn(open)) return true;
    await new Promise((done) => setTimeout(done, drawnAfter));
  }
  return false;
}

/** Behind the last sentence: the next article of the list, where the reader wants it and there is one; else silence. */
async function endArticle({ entryId, status }: Speech): Promise<void> {
  const wanted = choices.value.readOn && goesOn.value && status !== 'paused';
  goesOn.value = true;
  if (!wanted) return stopReading();
  hush();
  leaving = entryId;
  await openBeside(1);
  if (leaving !== entryId) return;
  const isShown = selectedId.value !== entryId && (await nextIsShown(entryId));
  if (leaving !== entryId) return;
  leaving = null;
  if (isShown) await begin(() => 0);
  else stopReading();
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
  if (leaving !== null && open !== undefined) return;
  if (speech.value ? speech.value.entryId !== open : silence.value !== null) stopReading();
});
effect(() => {
  if (listening.value === 'recording' && speech.peek()) stopReading();
});
outdone.subscribe(() => pauseReading());
/** Another pace or voice is heard at once. */
const manner = computed(() => {
  const { rate, voices, remoteVoices } = choices.value;
  return JSON.stringify([rate, voices, remoteVoices]);
});
manner.subscribe(() => {
  if (speech.value?.status === 'speaking') speakOn();
});
addEventListener('pagehide', () => {
  if (speech.value) stopReading();
});
