/** As much of an utterance as engines tell of. */
class StandInUtterance {
  voice: SpeechSynthesisVoice | null = null;
  lang = '';
  rate = 1;
  onstart: (() => void) | null = null;
  onboundary: (() => void) | null = null;
  onend: (() => void) | null = null;
  onerror: ((event: { error: string }) => void) | null = null;
  constructor(readonly text: string) {}
}

export function voice(lang: string, localService = true): SpeechSynthesisVoice {
  const name = `${lang} ${localService ? 'here' : 'online'}`;
  return { voiceURI: name, name, lang, localService, default: false };
}

/**
 * Stands in for the browser's speech, whose voices differ from machine to machine and are absent in most that run tests.
 * A test says what the engine does: begins, tells of a word, ends, fails, or falls silent. What is cancelled fails with
 * 'interrupted' a moment later, as in both browsers.
 */
class StandInEngine extends EventTarget {
  voices: SpeechSynthesisVoice[] = [];
  speaking = false;
  pending = false;
  paused = false;
  /** What was asked for, in order. */
  readonly asked: StandInUtterance[] = [];
  #current: StandInUtterance | null = null;

  getVoices(): SpeechSynthesisVoice[] {
    return this.voices;
  }

  speak(utterance: StandInUtterance): void {
    this.asked.push(utterance);
    this.#current = utterance;
    this.speaking = true;
  }

  cancel(): void {
    const gone = this.#current;
    this.#current = null;
    this.speaking = false;
    if (gone) queueMicrotask(() => gone.onerror?.({ error: 'interrupted' }));
  }

  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
  }

  /** The text that it speaks, or is asked to. */
  get text(): string | null {
    return this.#current?.text ?? null;
  }

  get voiceName(): string | null {
    return this.#current?.voice?.name ?? null;
  }

  begin(): void {
    this.#current?.onstart?.();
  }

  word(): void {
    this.#current?.onboundary?.();
  }

  end(): void {
    const done = this.#current;
    this.#current = null;
    this.speaking = false;
    done?.onend?.();
  }

  fail(error: string): void {
    const failed = this.#current;
    this.#current = null;
    this.speaking = false;
    failed?.onerror?.({ error });
  }

  /** The list of voices, as the browser comes to know it. */
  learn(...voices: SpeechSynthesisVoice[]): void {
    this.voices = voices;
    this.dispatchEvent(new Event('voiceschanged'));
  }
}

/** Puts the stand-in in the place of the browser's speech, for the page's life. */
export function standInForSpeech(): StandInEngine {
  const engine = new StandInEngine();
  Object.defineProperty(globalThis, 'speechSynthesis', { value: engine, configurable: true });
  Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', {
    value: StandInUtterance,
    configurable: true,
  });
  return engine;
}
