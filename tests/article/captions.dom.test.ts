import { expect, test } from 'vitest';
import { renderBody } from '../../utils/article/render';

const picture = '<img src="https://site.test/a.png">';

function captions(html: string): string[] {
  const { content } = renderBody(html, { base: 'https://site.test/a.html' });
  return [...content.querySelectorAll('.caption-line')].map(({ textContent }) => textContent ?? '');
}

test.each([
  '图为两国领导人视频会晤。新华社记者 张三摄',
  '▲ 克里姆林宫的夜晚',
  '（图片来源：路透社）',
  '圖／中央社',
  '總統府前的民眾。（資料照片）',
  '俄罗斯总统普京（资料图）',
  '人们走过北京的街头。路透社',
  'Image: Reuters',
])('%s is a caption below a picture', (words) => {
  expect(captions(`<p>${picture}</p><p>${words}</p><p>两人举行了一次视频会晤。</p>`)).toEqual([words]);
  expect(captions(`<p>${picture}<br>${words}</p>`)).toEqual([words]);
  expect(captions(`<p>会晤</p><p>${words}</p>`)).toEqual([]);
});

test.each([
  '中国国家主席习近平星期二举行了一次视频会晤。',
  '图书馆从下个月起开放到晚上十点。',
  '他向路透社表示，不会立即加征关税。',
  `图为${'很长的一段话，'.repeat(30)}`,
])('%s is a paragraph', (words) => {
  expect(captions(`<p>${picture}</p><p>${words}</p>`)).toEqual([]);
  expect(captions(`<p>${picture}<br>${words}</p>`)).toEqual([]);
});
