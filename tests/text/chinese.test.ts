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

const inTaiwan = [
  '干擾交通並造成若干地區停電',
  '里長說鄰里准許家具放在舞台邊',
  '岳飛與皇后的故事，采風錄說了解得不多',
  '台北的托付與仆人',
];

test.each(inTaiwan)('%s is in traditional writing, and stays', async (text) => {
  expect((await loadConverter('hant'))(text, 'zh-TW')).toBe(text);
});

test.each([
  ['宫商角徵羽，他慰藉地说', '宫商角徵羽，他慰藉地说'],
  ['小说家鍾阿城的於姓朋友说这是他的书', '小说家钟阿城的於姓朋友说这是他的书'],
])('%s is in simplified writing, and only what is not becomes so', async (text, simplified) => {
  expect((await loadConverter('hans'))(text)).toBe(simplified);
});

test('of a text in the wanted writing, only signs of the other change', async () => {
  const convert = await loadConverter('hant');
  expect(convert('國會在台湾開議，干擾不斷')).toBe('國會在台灣開議，干擾不斷');
});

test('a text that does not tell its writing has that of what it is a part of', async () => {
  const convert = await loadConverter('hant');
  expect(convert('皇后干部', 'zh-CN')).toBe('皇后幹部');
  expect(convert('皇后干部')).toBe('皇后幹部');
  expect(convert('里民台', 'zh-TW')).toBe('里民台');
});
