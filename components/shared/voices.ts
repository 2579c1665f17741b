import { signal } from '@preact/signals';
import { type Voiceless, voiceFor } from '../../utils/listening/voices';
import { choices } from './listening-choices';
import { uiLanguage } from './locale';

/** Browsers that read their list of voices late tell of it; one that has none never does (Web Speech API, 4.2.5). */
const patience = 2500;

export const canSpeak = 'speechSynthesis' in globalThis;

/** All voices of the system, as far as the browser has told of them. */
export const voices = signal<readonly SpeechSynthesisVoice[]>([]);

function readVoices(): void {
  voices.value = canSpeak ? speechSynthesis.getVoices() : [];
}

let asked: Promise<void> | null = null;

/** Resolved when the voices are known, or when there seem to be none. */
export function loadVoices(): Promise<void> {
  if (!canSpeak) return Promise.resolve();
  asked ??= new Promise<void>((done) => {
    speechSynthesis.addEventListener('voiceschanged', () => {
      readVoices();
      if (voices.value.length > 0) done();
    });
    readVoices();
    setTimeout(done, voices.value.length > 0 ? 0 : patience);
  });
  return asked;
}

/** The voice that reads a text in this language to this reader, or why there is none; '' counts as her own language. */
export function voiceHere(language: string): SpeechSynthesisVoice | Voiceless {
  return voiceFor(language || uiLanguage(), voices.value, choices.value);
}
