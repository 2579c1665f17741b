import { describe, expect, it } from 'vitest';
import { commandOf, keymap } from '../../components/shared/keymap';

describe('keymap', () => {
  it('gives no key twice', () => {
    const keys = keymap.flatMap((binding) => binding.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
  it('knows a key, and a key after g', () => {
    expect(commandOf('j', '')).toBe('openNext');
    expect(commandOf('A', '')).toBe('markAll');
    expect(commandOf('s', '')).toBe('toggleStar');
    expect(commandOf('s', 'g')).toBe('showStarred');
    expect(commandOf('j', 'g')).toBeUndefined();
    expect(commandOf('x', '')).toBeUndefined();
  });
});
