import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listFiles, type Node, readSource, walk } from '../architecture/source-tree';

const home = 'public/_locales';
const table = (language: string): Record<string, { message: string }> =>
  JSON.parse(readFileSync(`${home}/${language}/messages.json`, 'utf8'));
const languages = readdirSync(home);
const english = table('en');
const gaps = (message = '') => [...message.matchAll(/\$\d/g)].map(([gap]) => gap).sort();

describe('texts', () => {
  it('are there in English, simplified and traditional Chinese', () => {
    expect(languages).toEqual(expect.arrayContaining(['en', 'zh_CN', 'zh_TW']));
  });

  it.each(languages)('%s has every text, with the same gaps', (language) => {
    const other = table(language);
    expect(Object.keys(other).sort()).toEqual(Object.keys(english).sort());
    const uneven = Object.keys(english).filter(
      (key) =>
        other[key]?.message.trim() === '' ||
        String(gaps(other[key]?.message)) !== String(gaps(english[key]?.message)),
    );
    expect(uneven).toEqual([]);
  });

  it.each(languages)('%s has no text twice: of two the first would never be seen', (language) => {
    const text = readFileSync(`${home}/${language}/messages.json`, 'utf8');
    const keys = [...text.matchAll(/^\s*"(\w+)": \{/gm)].map(([, key]) => key);
    expect(keys.length).toBe(Object.keys(english).length);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it.each(languages)('%s keeps its gaps apart: Chromium refuses an extension with $1$2', (language) => {
    const joined = Object.entries(table(language)).filter(([, { message }]) => /\$[\w@]+\$/.test(message));
    expect(joined).toEqual([]);
  });

  it.each(languages)(
    '%s has no two gaps without anything between: Chromium would not load the extension',
    (language) => {
      const texts = Object.entries(table(language)).map(([key, { message }]) => `${key}: ${message}`);
      expect(texts.filter((text) => /\$[\w@]+\$/.test(text))).toEqual([]);
    },
  );

  it('are each used somewhere', () => {
    const shipped = listFiles().filter((path) => /^(components|entrypoints|utils|wxt\.config)/.test(path));
    const source = shipped.map((path) => readFileSync(path, 'utf8')).join('\n');
    const isUsed = (key: string) => {
      const stem = key.replace(/(One|Other)$/, '');
      return source.includes(`'${key}'`) || source.includes(`__MSG_${key}__`) || source.includes(`'${stem}'`);
    };
    expect(Object.keys(english).filter((key) => !isUsed(key))).toEqual([]);
  });

  it('say what they say in passing in whole sentences', () => {
    const source = listFiles()
      .filter((path) => path.startsWith('components'))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    const said = [...source.matchAll(/\btoast\(\s*(?:t|countWords)\('(\w+)'/g)].map(([, key]) => key ?? '');
    expect(said.length).toBeGreaterThan(20);
    const texts = languages.flatMap((language) => {
      const all = table(language);
      return said.flatMap((key) =>
        [key, `${key}One`, `${key}Other`].flatMap((one) => all[one]?.message ?? []),
      );
    });
    expect(texts.filter((text) => !/[.…。？！]$/.test(text))).toEqual([]);
  });

  it.each(['zh_CN', 'zh_TW'])('%s sets its own punctuation, without blanks beside it', (language) => {
    const texts = Object.entries(table(language))
      // what is typed into the search box, and words that are only looked up
      .filter(([key]) => !/^(also|searchEx|searchDoes)/.test(key))
      .map(([, { message }]) => message);
    const han = '\\p{Script=Han}';
    const half = new RegExp(
      `${han} ?[,;:!?()]|[,;:!?()] ?${han}| [，。；：！？（）、]|[，。；：！？（）、] |\\.\\.\\.`,
      'u',
    );
    expect(texts.filter((text) => half.test(text))).toEqual([]);
  });

  /** Words that stand for what another word of that language stands for already, or are spoken elsewhere. */
  const otherWords = {
    zh_CN: /你|改名|载入|账户|退订|点按|资讯|文档|其它|撤消|帐号|登陆|加星标|……/,
    zh_TW:
      /你|改名|資訊來源|帳戶|點按|點擊|抵達|更動|打開|添加|導入|導出|默認|設置|文件|保存|搜索|撤銷|列表|刷新|網絡|鏈接|音頻|視頻|信息|退格|宋體|定時|地址|(?<!網路)位址|……/,
  } as const;

  it.each(['zh_CN', 'zh_TW'] as const)('%s has one word for one thing', (language) => {
    const texts = Object.entries(table(language))
      // words that are only looked up: there all of them stand
      .filter(([key]) => !key.startsWith('also'))
      .map(([, { message }]) => message);
    expect(texts.filter((text) => otherWords[language].test(text))).toEqual([]);
  });

  it('speak simplified Chinese in one table and traditional in the other', () => {
    const all = (language: string) =>
      Object.values(table(language))
        .map(({ message }) => message)
        .join('');
    expect(all('zh_CN')).not.toMatch(
      /[們這說時國為來個對發過還進經關問間學開長現業東車門馬書見電話報應習黨農網訂閱讀]/,
    );
    expect(all('zh_TW')).not.toMatch(
      /[们这说时国为来个对发过还进经关问间学开长现业东车门马书见电话报应习党农网订阅读]/,
    );
  });
});

const spoken = /\p{L}{2}/u;
const named = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label']);

/** Words in a component's own text, or in an attribute that is read out. */
function literalWords(tree: Node): string[] {
  const found: string[] = [];
  walk(tree, (node) => {
    if (node.type === 'JSXText' && spoken.test(String(node.value))) found.push(String(node.value).trim());
    if (node.type !== 'JSXAttribute') return;
    const name = (node.name as { name?: string }).name ?? '';
    const value = node.value as { type?: string; value?: unknown } | null;
    if (named.has(name) && value?.type === 'Literal' && spoken.test(String(value.value)))
      found.push(`${name}="${value.value}"`);
  });
  return found;
}

describe('components', () => {
  const views = listFiles().filter(
    (path) => path.endsWith('.tsx') && !path.startsWith('tests/') && existsSync(path),
  );

  it('hold no words of their own', () => {
    expect(views.length).toBeGreaterThan(20);
    const found = views.flatMap((path) =>
      literalWords(readSource(path, readFileSync(path, 'utf8')).tree).map((words) => `${path}: ${words}`),
    );
    expect(found).toEqual([]);
  });

  it('would be caught if they did', () => {
    const source = readSource(
      'components/x.tsx',
      'export const X = () => <p title="Too much">Hello there {1}</p>;',
    );
    expect(literalWords(source.tree)).toEqual(['title="Too much"', 'Hello there']);
  });
});
