/** Hertz, and the second at which it begins. */
const notes: readonly [number, number][] = [
  [659.25, 0],
  [880, 0.14],
];

/** Whether this background can be heard: an event page can; a service worker cannot, and there the notification itself makes the sound. */
export const canPlayNotes = () => typeof AudioContext === 'function';

/** Two soft notes, made here: no file to fetch. False where the background cannot be heard. */
export async function playNotes(): Promise<boolean> {
  if (!canPlayNotes()) return false;
  const audio = new AudioContext();
  for (const [frequency, at] of notes) {
    const begin = audio.currentTime + at;
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0.0001, begin);
    volume.gain.exponentialRampToValueAtTime(0.12, begin + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, begin + 0.5);
    tone.connect(volume).connect(audio.destination);
    tone.start(begin);
    tone.stop(begin + 0.55);
  }
  await new Promise((done) => setTimeout(done, 900));
  await audio.close();
  return true;
}
