import { readWebUrl } from '../text/address-url';
import { calmBidi } from '../text/bidi';

/**
 * The own properties of a value from outside, each read as what it should be. Whatever else the value holds, `__proto__`
 * included, is left behind: nothing is ever copied as it is.
 */
export class OwnFields {
  readonly #values: Map<string, unknown>;

  constructor(value: unknown) {
    const isPlain = typeof value === 'object' && value !== null && !Array.isArray(value);
    this.#values = new Map(isPlain ? Object.entries(value) : []);
  }

  /** All of them, for what reads them one by one itself. */
  all(): Record<string, unknown> {
    return Object.fromEntries(this.#values);
  }

  get(name: string): unknown {
    return this.#values.get(name);
  }

  /** '' for what is no text; longer texts are cut. */
  text(name: string, maxLength = 10_000): string {
    const value = this.#values.get(name);
    return typeof value === 'string' ? value.slice(0, maxLength) : '';
  }

  /** A line that is shown beside words of ours. */
  line(name: string, maxLength = 10_000): string {
    return calmBidi(this.text(name, maxLength));
  }

  /** An http or https address; '' for all else. */
  address(name: string): string {
    return readWebUrl(this.text(name, 8192))?.href ?? '';
  }

  /** null for what is no finite number. */
  number(name: string): number | null {
    const value = this.#values.get(name);
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  }

  /** Milliseconds since the epoch that a Date can hold; null for all else. */
  time(name: string): number | null {
    const value = this.number(name);
    return value !== null && Math.abs(value) <= 8.64e15 ? value : null;
  }

  /** A database key; null for all else. */
  id(name: string): number | null {
    const value = this.number(name);
    return value !== null && Number.isSafeInteger(value) && value > 0 ? value : null;
  }

  bit(name: string): 0 | 1 {
    return this.#values.get(name) === 1 ? 1 : 0;
  }

  list(name: string, maxLength: number): unknown[] {
    const value = this.#values.get(name);
    return Array.isArray(value) ? value.slice(0, maxLength) : [];
  }
}
