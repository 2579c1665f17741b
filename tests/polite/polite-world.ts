import type { World } from '../../utils/actions/world';
import { defaultSettings } from '../../utils/model/settings';

const nothing = async () => undefined;

/** A world with a clock that moves when it is told to, and the same chances in every run. */
export class PoliteWorld implements World {
  #seed = 20_261_122;
  constructor(public time: number) {}

  now = () => this.time;
  random = () => {
    this.#seed = (this.#seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return this.#seed / 2 ** 32;
  };
  /** Whoever waits moves the clock for all: time passes sooner, and never backwards. */
  pause = async (ms: number) => {
    this.time += ms;
    // Long enough for a server to see that a connection was closed.
    await new Promise((done) => setTimeout(done, 2));
  };
  announce = () => undefined;
  hasAccess = async () => true;
  mayTellProxies = async () => true;
  getSettings = async () => defaultSettings;
  getUncleaned = async () => new Set<number>();
  addUncleaned = nothing;
  setBadge = nothing;
  notify = async () => false;
  readMirror = async () => ({ feeds: [], folders: [] });
  readSnapshot = async () => '';
  writeMirror = nothing;
  tell = nothing;
  dismiss = nothing;
  saveProgress = nothing;
  wakeAt = nothing;
  wakeBy = nothing;
  startedAt = async () => null;
  noteStart = nothing;
  withPollLock = async <T>(work: () => Promise<T>) => work();
  keepAlive = <T>(work: () => Promise<T>) => work();
}
