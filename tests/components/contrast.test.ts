import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('components/shared/tokens.css', 'utf8');
const pairs = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

/** The colours of a theme that is a block of its own, over those of the scheme it stands on. */
function themed(theme: string, scheme: 'light' | 'dark'): Map<string, string> {
  const [, block = ''] = new RegExp(`\\[data-theme="${theme}"\\] \\{([^}]*)\\}`).exec(css) ?? [];
  const own = [...block.matchAll(/--([\w-]+): (#[\da-f]{6});/g)];
  const under = [...pairs].map(([name, both]): [string, string] => [name, both[scheme]]);
  return new Map([...under, ...own.map(([, name = '', value = '']): [string, string] => [name, value])]);
}

const themes = [
  { theme: 'light', colours: themed('light', 'light') },
  { theme: 'sepia', colours: themed('sepia', 'light') },
  { theme: 'dark', colours: themed('dark', 'dark') },
  { theme: 'black', colours: themed('black', 'dark') },
];

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, 1.4.3 */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['paper', 'surface', 'sunken', 'hover', 'selected'];
const text = ['ink', 'ink-2', 'ink-3', 'accent', 'accent-strong', 'ok', 'warn', 'bad'];
const wanted: [string, string, number][] = [
  ...text.flatMap((ink) => grounds.map((ground): [string, string, number] => [ink, ground, 4.5])),
  ['accent-ink', 'accent', 4.5],
  ['accent-ink', 'accent-strong', 4.5],
  ['accent-strong', 'accent-soft', 4.5],
  ...['ink', 'ink-2', 'accent', 'warn'].map((ink): [string, string, number] => [ink, 'warn-soft', 4.5]),
  ...['paper', 'surface', 'sunken'].map((ground): [string, string, number] => ['control-line', ground, 3]),
  ...[...grounds, 'accent-soft', 'warn-soft', 'found'].map((ground): [string, string, number] => [
    'focus',
    ground,
    3,
  ]),
];

describe.each(themes)('in the $theme theme', ({ colours }) => {
  it('every text and control stands out from every ground it may stand on', () => {
    const colour = (name: string) => {
      const found = colours.get(name);
      if (!found) throw new Error(`no colour called ${name}`);
      return found;
    };
    const faint = wanted
      .map(([ink, ground, least]) => ({ ink, ground, least, is: contrast(colour(ink), colour(ground)) }))
      .filter(({ is, least }) => is < least);
    expect(faint).toEqual([]);
  });
});

it('the letter of a feed stands out from every colour that a feed may have', () => {
  const base = readFileSync('components/shared/base.css', 'utf8');
  const [, saturation, lightness] = /hsl\(var\(--hue\) (\d+)% (\d+)%\)/.exec(base) ?? [];
  const [s, l] = [Number(saturation) / 100, Number(lightness) / 100];
  // CSS Color 4, 7.1
  const part = (hue: number, n: number) => {
    const k = (n + hue / 30) % 12;
    const value = l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  const hues = Array.from({ length: 360 }, (_, hue) => hue);
  const faint = hues.filter(
    (hue) => contrast('#ffffff', `#${[0, 8, 4].map((n) => part(hue, n)).join('')}`) < 4.5,
  );
  expect(faint).toEqual([]);
});

it('sepia and black are themes of their own', () => {
  const [light, sepia, dark, black] = themes.map(({ colours }) => colours.get('paper'));
  expect(new Set([light, sepia, dark, black]).size).toBe(4);
});
