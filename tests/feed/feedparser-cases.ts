import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeBytes } from '../../utils/text/decode';

/** One `left == right` of a case: what feedparser calls a value, and what it must be. */
export interface Expectation {
  path: string;
  value: unknown;
}

export interface Case {
  name: string;
  bytes: Uint8Array;
  url: string;
  contentType: string;
  contentLanguage: string;
  /** As Python wrote it. */
  expression: string;
  /** The comparisons in it, of those kinds that can be carried over. */
  expectations: Expectation[];
}

const SERVER = 'http://127.0.0.1:8097/';
const FOLDERS = ['wellformed', 'illformed', 'encoding', 'entities'];

/** All documents of feedparser's `tests` folder that carry an `Expect:` line, but those about its sanitizer. */
export function readCases(tests: string): Case[] {
  const names = FOLDERS.flatMap((folder) =>
    readdirSync(join(tests, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  return names
    .filter((name) => name.endsWith('.xml') && !name.includes('sanitize'))
    .sort()
    .flatMap((name) => readCase(tests, name));
}

function readCase(tests: string, name: string): Case[] {
  const bytes = readFileSync(join(tests, name));
  const { text } = decodeBytes(bytes);
  const expression = /Expect:\s*(.*?)\s*-->/s.exec(text)?.[1];
  if (expression === undefined) return [];
  const header = (wanted: string) =>
    new RegExp(`^\\s*Header:\\s+${wanted}:(.*)$`, 'im').exec(text)?.[1]?.trim() ?? '';
  const location = header('Content-Location');
  const address = new URL(`tests/${name}`, SERVER);
  return [
    {
      name,
      bytes,
      url: /^[a-z]+:(?!\/\/)/i.test(location) ? address.href : new URL(location, address).href,
      contentType: header('Content-type'),
      contentLanguage: header('Content-Language'),
      expression,
      expectations: expectationsOf(expression),
    },
  ];
}

const LITERAL = String.raw`"""(?:[^"]|"(?!""))*"""|u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*"|\([-\d, ]+\)|-?\d+|None|True|False`;
const COMPARISON = new RegExp(String.raw`((?:(?:feed|entries)[\w.[\]'-]* ?== ?)+)(${LITERAL})`, 'g');

function expectationsOf(expression: string): Expectation[] {
  return [...expression.matchAll(COMPARISON)].flatMap(([, paths = '', literal = '']) =>
    paths
      .split(/ ?== ?/)
      .filter(Boolean)
      .map((path) => ({ path: plainPath(path), value: pythonValue(literal) })),
  );
}

/** `entries[0]['links'][0]['href']` as `entries.0.links.0.href` */
function plainPath(path: string): string {
  return path.replace(/\['([\w-]+)'\]/g, '.$1').replace(/\[(\d+)\]/g, '.$1');
}

function pythonValue(literal: string): unknown {
  if (literal === 'None') return null;
  if (literal === 'True' || literal === 'False') return literal === 'True';
  if (literal.startsWith('(')) {
    const [year = 0, month = 1, ...rest] = literal.slice(1, -1).split(',').map(Number);
    return Date.UTC(year, month - 1, ...rest.slice(0, 4));
  }
  if (/^-?\d+$/.test(literal)) return Number(literal);
  const inner = literal.replace(/^u?("""|'|")/, '').replace(/("""|'|")$/, '');
  return inner.replace(/\\(u[\da-f]{4}|x[\da-f]{2}|.)/gi, (_all, code: string) => characterOf(code));
}

/** What stands for a character after a backslash. */
function characterOf(code: string): string {
  if (/^[ux]./i.test(code)) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
  return { n: '\n', t: '\t', r: '\r' }[code] ?? code;
}
