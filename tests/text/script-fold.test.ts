import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foldHanUnit, foldScript } from '../../utils/text/script-fold';
import { scriptGroups } from '../../utils/text/script-fold-table';
import { asTable, scriptGroups as fromDictionaries } from '../tools/script-fold.mjs';

describe('foldScript', () => {
  it.each([
    ['臺灣總統發表談話', '台湾总统发表谈话'],
    ['頭髮與發展', '头发与发展'],
    ['皇后與後宮', '皇后与后宫'],
    ['裡面 裏面', '里面 里面'],
    ['乾淨幹部若干', '干净干部若干'],
    ['為什麼 爲甚麽', '为什么 为甚么'],
    ['麵條 髒亂 颱風 鐘錶', '面条 脏乱 台风 钟表'],
    ['羣眾 衆人', '群众 众人'],
  ])('treats %s and %s alike', (traditional, simplified) => {
    expect(foldScript(traditional)).toBe(foldScript(simplified));
  });

  it('keeps apart what is not the same', () => {
    expect(foldScript('中国')).not.toBe(foldScript('中央'));
    expect(foldScript('未来')).not.toBe(foldScript('末来'));
  });

  it('keeps every unit in its place, also around what it does not know', () => {
    const text = 'A𠮷發e\u0301😀臺。ﾊﾟ';
    const folded = foldScript(text);
    expect(folded).toHaveLength(text.length);
    expect([...text].map((_, at) => foldHanUnit(text.charCodeAt(at)))).toHaveLength([...folded].length);
    expect(folded.replace(foldScript('發'), '發').replace(foldScript('臺'), '臺')).toBe(text);
  });

  it('gives the same again for what it gave', () => {
    const all = scriptGroups.replace(/\s/g, '');
    expect(foldScript(foldScript(all))).toBe(foldScript(all));
  });
});

it('the table is what the dictionaries say', async () => {
  const source = readFileSync('utils/text/script-fold-table.ts', 'utf8');
  expect(source).toContain(`\n${asTable(await fromDictionaries()).join('\n')}\n`);
});
