import { expect, test } from 'vitest';
import { matching } from '../../components/options/settings-match';

const settings = [
  { value: 'theme', title: 'Theme', words: 'dark mode night Café 深色模式 夜间模式 外观' },
  { value: 'width', title: 'Width of the text', words: 'column narrow Reading' },
  { value: 'images', title: '加载文章里的图片', words: '图片 照片 dark' },
  { value: 'dark', title: 'Darkness', words: 'Reading' },
];

test.each([
  ['THEME', ['theme']],
  ['dark', ['dark', 'theme', 'images']],
  ['  mode   dark ', ['theme']],
  ['narr', ['width']],
  ['cafe', ['theme']],
  ['ｄａｒｋ　ｍｏｄｅ', ['theme']],
  ['圖片', ['images']],
  ['深色', ['theme']],
  // Nowhere written so, but sign by sign it is.
  ['夜间外观', ['theme']],
  ['夜間外觀', ['theme']],
  ['nothing', []],
  ['dark nothing', []],
  ['', []],
  ['   ', []],
])('%j finds %j', (query, found) => {
  expect(matching(query, settings)).toEqual(found);
});
