import { type Listening, listeningFrom } from '../model/listening';
import { ownRetention, type Retention } from '../model/retention';
import type { Settings } from '../model/settings';
import { OwnFields } from './own-fields';

/** Grows when a reader of an earlier version would misunderstand the file. */
export const settingsFileVersion = 1;

/** Characters; a file of all settings has some two thousand. */
const longest = 200_000;

/** What the reader chose for all feeds. */
export interface AllSettings {
  settings: Settings;
  retention: Retention;
  listening: Listening;
}

/** Why a file is none of settings. */
export type SettingsFault = 'notJson' | 'backup' | 'notSettings' | 'newer' | 'empty';

export interface SettingsRead {
  /** When it was written (ms); null where the file does not say. */
  writtenAt: number | null;
  /** What the file says, and where it says nothing, or nothing that can be, what was there before. */
  next: AllSettings;
  /** Names of settings whose value in the file cannot be. */
  refused: string[];
  /** Names that no setting of this version has. */
  unknown: string[];
}

/** All settings as a JSON text that can be read by people, apart from feeds and articles. `writtenAt` in ms. */
export function writeSettingsFile(all: AllSettings, writtenAt: number): string {
  const head = { broadsheet: 'settings', version: settingsFileVersion, writtenAt };
  return `${JSON.stringify({ ...head, ...all }, null, 2)}\n`;
}

function parse(text: string): OwnFields | null {
  try {
    return new OwnFields(JSON.parse(text));
  } catch {
    return null;
  }
}

/** A backup has a line for its feeds and more lines after it, so that it is no JSON as a whole. */
function faultOf(text: string, own: OwnFields | null): SettingsFault | null {
  if (/^\s*\{\s*"broadsheet"\s*:\s*"backup"/.test(text)) return 'backup';
  if (text.length > longest) return 'notSettings';
  if (!own) return 'notJson';
  if (own.get('broadsheet') !== 'settings') return 'notSettings';
  const version = own.number('version') ?? 0;
  if (version > settingsFileVersion) return 'newer';
  return version < 1 ? 'notSettings' : null;
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

interface Part<T> {
  next: T;
  refused: string[];
  unknown: string[];
  taken: number;
}

/** Takes of `given` what `check` leaves as it is, a setting at a time; all else stays as in `current`. */
function takeKnown<T extends object>(current: T, given: unknown, check: (one: object) => object): Part<T> {
  const known = new Set(Object.keys(current));
  const all = Object.entries(new OwnFields(given).all());
  const named = all.filter(([name]) => known.has(name));
  const checked = named.map(([name, value]) => {
    const good = new Map<string, unknown>(Object.entries(check({ [name]: value })));
    return { name, value, isGood: isSame(good.get(name), value) };
  });
  const good = checked.filter(({ isGood }) => isGood);
  return {
    next: { ...current, ...Object.fromEntries(good.map(({ name, value }) => [name, value])) },
    refused: checked.filter(({ isGood }) => !isGood).map(({ name }) => name),
    unknown: all.map(([name]) => name).filter((name) => !known.has(name)),
    taken: good.length,
  };
}

/**
 * Reads what `writeSettingsFile` wrote, or somebody by hand. `current` holds where the file says nothing; `settingsFrom`
 * judges settings and gives its own value in the place of one that cannot be. Never throws.
 */
export function readSettingsFile(
  text: string,
  current: AllSettings,
  settingsFrom: (value: unknown) => Settings,
): SettingsRead | SettingsFault {
  const own = parse(text);
  const fault = faultOf(text, own);
  if (fault || !own) return fault ?? 'notJson';
  const settings = takeKnown(current.settings, own.get('settings'), settingsFrom);
  const retention = takeKnown(current.retention, own.get('retention'), ownRetention);
  const listening = takeKnown(current.listening, own.get('listening'), listeningFrom);
  const refused = [...settings.refused, ...retention.refused, ...listening.refused];
  if (settings.taken + retention.taken + listening.taken + refused.length === 0) return 'empty';
  return {
    writtenAt: own.time('writtenAt'),
    next: { settings: settings.next, retention: retention.next, listening: listening.next },
    refused,
    unknown: [...settings.unknown, ...retention.unknown, ...listening.unknown],
  };
}

/** A name of one of them. */
export type SettingName = keyof Settings | keyof Retention | keyof Listening;

export interface SettingChange {
  name: SettingName;
  from: unknown;
  to: unknown;
}

const namesOf = <T extends object>(value: T) => Object.keys(value) as (keyof T)[];

function changesOf<T extends object>(from: T, to: T): { name: keyof T; from: unknown; to: unknown }[] {
  return namesOf(to)
    .filter((name) => !isSame(from[name], to[name]))
    .map((name) => ({ name, from: from[name], to: to[name] }));
}

/** What differs between two states of all settings, in the order of the settings. */
export function settingChanges(from: AllSettings, to: AllSettings): SettingChange[] {
  return [
    ...changesOf(from.settings, to.settings),
    ...changesOf(from.retention, to.retention),
    ...changesOf(from.listening, to.listening),
  ];
}
