import { expect, test } from 'vitest';
import { loadConverter } from '../../utils/text/chinese';

test.each([
  ['臺灣總統發表談話', '台湾总统发表谈话'],
  ['頭髮與發展，乾淨的皇后在裡面', '头发与发展，干净的皇后在里面'],
  ['already 简体', 'already 简体'],
])('%s is %s in simplified writing', async (text, simplified) => {
  expect((await loadConverter('hans'))(text)).toBe(simplified);
});

test.each([
  ['理发之后来看发展', '理髮之後來看發展'],
  ['皇后吃面条，干净的后面', '皇后吃麵條，乾淨的後面'],
  ['软件', '軟件'],
  ['already 繁體', 'already 繁體'],
])('%s is %s in traditional writing', async (text, traditional) => {
  expect((await loadConverter('hant'))(text)).toBe(traditional);
});
