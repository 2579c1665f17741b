import type { Time } from './date-epoch';
import { monthOf, zoneOf } from './date-tables';

export interface Timed {
  time: Time;
  /** Minutes east of Greenwich; null where the text names no zone. */
  east: number | null;
  /** What stands around time and zone. */
  rest: string;
}

/** Hours, minutes and seconds in every spelling; the first that occurs in a date is its time. */
const TIMES = [
  /(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?(?!\d)/,
  /(\d{1,2})\s*[时時点點시]\s*(?:(\d{1,2})\s*[分분]?\s*(?:(\d{1,2})\s*[秒초])?)?/,
  /\b(\d{1,2})h(\d\d)\b/,
  /(?<=\d)t(\d\d)(\d\d)?(\d\d)?(?:[.,]\d+)?(?!\d)/,
];

const HALF_AFTER = /^\s*([ap])\.?m\b\.?/;
const HALF_BEFORE = /([上下中]午|凌晨|[早晚]上|午[前後]|오[전후])\s*$/;
const MORNING = /^[a上凌早]|[前전]$/;

/** Takes time and zone out of a date in lower case; midnight, and no zone, where there is none. */
export function takeTime(text: string): Timed {
  for (const pattern of TIMES) {
    const found = pattern.exec(text);
    if (!found) continue;
    const before = text.slice(0, found.index).replace(/(?<=\d)t$/, '');
    const after = text.slice(found.index + found[0].length);
    const half = HALF_AFTER.exec(after) ?? HALF_BEFORE.exec(before);
    const zone = takeZone(after.replace(HALF_AFTER, ''));
    const [, hours, minute = 0, second = 0] = found;
    const hour = Number(hours);
    const time = {
      hour: half ? onClock(hour, MORNING.test(half[1] ?? '')) : hour,
      minute: Number(minute),
      second: Number(second),
    };
    return { time, east: zone.east, rest: `${before.replace(HALF_BEFORE, '')} ${zone.rest}` };
  }
  return { time: { hour: 0, minute: 0, second: 0 }, east: null, rest: text };
}

/** Of twelve hours twice a day, the one of 24; hours that are such already stay. */
function onClock(hour: number, isMorning: boolean): number {
  return hour > 12 ? hour : (hour % 12) + (isMorning ? 0 : 12);
}

const OFFSET = /^\s*(?:(?:etc\/)?(?:gmt|utc|ut)\s*)?([+-])(\d\d?)(?::?(\d\d))?(?![\w:])/;
const NAME = /^\s*([a-z]{1,5})\b(?![/:])/;

/** The zone that `text` begins with: `+0800`, `gmt+8`, `est`. A name that nobody knows is taken for UTC. */
function takeZone(text: string): { east: number | null; rest: string } {
  const offset = OFFSET.exec(text);
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return { east: offset[1] === '-' ? -minutes : minutes, rest: text.slice(offset[0].length) };
  }
  const [all = '', name = ''] = NAME.exec(text) ?? [];
  const east = zoneOf(name);
  if (name === '' || (east === undefined && monthOf(name) > 0)) return { east: null, rest: text };
  return { east: east ?? 0, rest: text.slice(all.length) };
}
