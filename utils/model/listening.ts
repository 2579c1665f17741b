/** How the reader likes to listen. */
export interface Listening {
  /** Of recordings; 1 is as recorded. */
  speed: number;
  /** How far a press skips, in seconds. */
  back: number;
  ahead: number;
  /** Of reading aloud; 1 is the voice's own. */
  rate: number;
  /** The voice chosen for a language, as the system names it, by `voiceGroup`. */
  voices: Readonly<Record<string, string>>;
  /** Whether voices may be used that send the text to a server. */
  remoteVoices: boolean;
  /** Whether the next article of the list is read aloud behind this one. */
  readOn: boolean;
  /** Whether the next recording of the queue begins by itself. */
  playOn: boolean;
  /** Whether an article counts as read when its recording was heard to its end. */
  readWhenHeard: boolean;
}

export const defaultListening: Listening = {
  speed: 1,
  back: 15,
  ahead: 30,
  rate: 1,
  voices: {},
  remoteVoices: false,
  readOn: false,
  playOn: true,
  readWhenHeard: true,
};

/** What is offered; other values within the bounds are kept where a file brought them. */
export const speeds: readonly number[] = [0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];
/** Of recordings; nothing else is taken. */
export const isSpeed = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0.5 && value <= 3;
export const skips: readonly number[] = [5, 10, 15, 30, 45, 60];

const longestName = 300;
const mostVoices = 40;

/** What is valid of a stored value; all else gets its default. */
export function listeningFrom(value: unknown): Listening {
  const own: Record<string, unknown> = { ...(value as object) };
  const within = (field: 'speed' | 'rate' | 'back' | 'ahead', least: number, most: number) => {
    const given = own[field];
    return typeof given === 'number' && given >= least && given <= most ? given : defaultListening[field];
  };
  const voices = Object.entries({ ...(own.voices as object) }).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1].length <= longestName,
  );
  return {
    speed: within('speed', 0.5, 3),
    back: within('back', 1, 300),
    ahead: within('ahead', 1, 300),
    rate: within('rate', 0.5, 3),
    voices: Object.fromEntries(voices.slice(0, mostVoices)),
    remoteVoices: own.remoteVoices === true,
    readOn: own.readOn === true,
    playOn: own.playOn !== false,
    readWhenHeard: own.readWhenHeard !== false,
  };
}
