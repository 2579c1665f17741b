import { ProblemError } from '../model/problem';

/**
 * Makes a trusted value of one that came from outside, or throws a ProblemError `input-invalid` with the field's name.
 * Messages come from our own pages, but also from whatever finds a way to speak as one.
 */
export type Check<T> = (value: unknown, field: string) => T;

/** One check for every property; optional ones take `undefined`. */
export type Shape<T> = { [K in Extract<keyof T, string>]: Check<T[K]> };

/** Throws the ProblemError of a field that cannot be. */
export function refuse(field: string): never {
  throw new ProblemError({ kind: 'input-invalid', field });
}

export function text(maxLength: number): Check<string> {
  return (value, field) => (typeof value === 'string' && value.length <= maxLength ? value : refuse(field));
}

export const flag: Check<boolean> = (value, field) => (typeof value === 'boolean' ? value : refuse(field));

/** A database key, also in decimal digits: attributes of elements, where pages keep ids, are text. */
export const id: Check<number> = (value, field) => {
  const number = typeof value === 'string' && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : refuse(field);
};

/** Milliseconds since the epoch. */
export const time: Check<number> = (value, field) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : refuse(field);

/** A list of ids, each once. */
export function ids(maxCount: number): Check<number[]> {
  return (value, field) => {
    if (!Array.isArray(value) || value.length > maxCount) return refuse(field);
    return [...new Set(value.map((item) => id(item, field)))];
  };
}

/** A list of values that each pass the check; it is refused with the name of the list. */
export function listOf<T>(check: Check<T>, maxCount: number): Check<T[]> {
  return (value, field) => {
    if (!Array.isArray(value) || value.length > maxCount) return refuse(field);
    return value.map((item) => check(item, field));
  };
}

export function oneOf<const T extends string>(...choices: T[]): Check<T> {
  return (value, field) => choices.find((choice) => choice === value) ?? refuse(field);
}

export function optional<T>(check: Check<T>): Check<T | undefined> {
  return (value, field) => (value === undefined ? undefined : check(value, field));
}

export function nullable<T>(check: Check<T>): Check<T | null> {
  return (value, field) => (value === null ? null : check(value, field));
}

/** A plain object: own properties of the shape are read, all others are left behind, absent ones stay absent. */
export function fields<T>(shape: Shape<T>): Check<T> {
  const checks: [string, Check<unknown>][] = Object.entries(shape);
  return (value, field) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(field);
    const own = new Map(Object.entries(value));
    const checked = checks
      .map(([name, check]) => [name, check(own.get(name), name)] as const)
      .filter(([, item]) => item !== undefined);
    return Object.fromEntries(checked) as T;
  };
}
