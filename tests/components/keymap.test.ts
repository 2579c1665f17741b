import { describe, expect, it } from 'vitest';
import {
  bindingsWith,
  commandOf,
  conflicts,
  isPrefix,
  shortcutName,
  usualKeys,
} from '../../components/shared/keymap';

describe('keymap', () => {
  it('gives no key twice', () => {
    const keys = usualKeys.flatMap((binding) => binding.keys);
    expect(new Set(keys).size).toBe(keys.length);
    expect(conflicts(usualKeys).size).toBe(0);
  });

  it('knows a key, and a key after g', () => {
    expect(commandOf('j', '', usualKeys)).toBe('openNext');
    expect(commandOf('A', '', usualKeys)).toBe('markAll');
    expect(commandOf('s', '', usualKeys)).toBe('toggleStar');
    expect(commandOf('s', 'g', usualKeys)).toBe('showStarred');
    expect(commandOf('j', 'g', usualKeys)).toBeUndefined();
    expect(commandOf('x', '', usualKeys)).toBe('choose');
    expect(commandOf('w', '', usualKeys)).toBeUndefined();
    expect(isPrefix('g', usualKeys)).toBe(true);
    expect(isPrefix('j', usualKeys)).toBe(false);
    expect(isPrefix(' ', usualKeys)).toBe(false);
  });
});

describe('keys of the reader', () => {
  it('take the place of the usual ones, and leave the others', () => {
    const bindings = bindingsWith({ openNext: ['w'], markAll: [], unknown: ['j'] });
    expect(commandOf('w', '', bindings)).toBe('openNext');
    expect(commandOf('j', '', bindings)).toBeUndefined();
    expect(commandOf('A', '', bindings)).toBeUndefined();
    expect(commandOf('k', '', bindings)).toBe('openPrevious');
  });

  it('that are given to two commands are told, and so is a key that opens a sequence', () => {
    expect(conflicts(bindingsWith({ openNext: ['k'] })).get('k')).toEqual(['openNext', 'openPrevious']);
    const after = conflicts(bindingsWith({ openNext: ['g'] })).get('g');
    expect(after).toContain('showUnread');
    // what follows it has it: the command itself comes last
    expect(after?.at(-1)).toBe('openNext');
  });

  it('may come from a hand-made file', () => {
    expect(() => bindingsWith(JSON.parse('{"__proto__": ["j"], "constructor": ["k"]}'))).not.toThrow();
  });
});

it.each([
  [['j'], 'j'],
  [['A', 'a'], 'Shift+A'],
  [['g u', '1'], '1'],
  [[' '], 'Space'],
  [['Escape'], 'Escape'],
  [['g u'], undefined],
  [[], undefined],
])('%j is named %s beside a button', (keys, name) => {
  expect(shortcutName(keys)).toBe(name);
});
