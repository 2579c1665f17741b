import { describe, expect, it } from 'vitest';
import { exceedsLimits } from '../../utils/article/limits';

const times = (text: string, count: number) => text.repeat(count);

describe('ordinary articles are within the limits', () => {
  it.each([
    ['many paragraphs', times('<p>text <b>bold</b> <a href="x">link</a></p>', 10_000)],
    ['paragraphs that nobody closed', times('<p>text<br>', 20_000)],
    ['list items that nobody closed', `<ul>${times('<li>item', 20_000)}</ul>`],
    ['a long table', `<table>${times('<tr><td>1<td>2', 10_000)}</table>`],
    ['bold around paragraphs', times('<b><p>text</p></b>', 5_000)],
    ['pictures in SVG with titles', times('<svg><title>x</title><path d="M0 0"/></svg>', 2_000)],
    ['formulas', times('<math><mrow><mi>x</mi><mo>=</mo><mn>1</mn></mrow></math>', 3_000)],
    ['comments', times('<!-- <div> -->', 3_000)],
    ['code that shows tags', `<textarea>${times('<div>', 5_000)}</textarea>`],
    ['a megabyte of text', times('文', 1_000_000)],
    [
      'a picture of 3 MB in its address',
      `<p>x</p><img src="data:image/png;base64,${times('AAAA', 1_000_000)}">`,
    ],
  ])('%s', (_, html) => {
    expect(exceedsLimits(html)).toBe(false);
  });
});

describe('what would choke the parser is over them', () => {
  it.each([
    ['nested too deep', times('<div>', 100_000)],
    ['just too deep', times('<div>', 513)],
    ['close tags in attributes', times('<div title="</div>">', 5_000)],
    ['an equals sign before its name', times('<div ="><div title="> </div> ">', 5_000)],
    ['close tags in comments', times('<div><!--</div>-->', 5_000)],
    ['close tags in raw text', times('<div><style></div></style>', 5_000)],
    ['close tags behind a wall', times('<div><table><tr><td></div>', 5_000)],
    ['close tags of the wrong element', times('<span><div></span>', 5_000)],
    [
      'formatting opened anew in every block',
      `${Array.from({ length: 400 }, (_, i) => `<b id=${i}>`).join('')}${times('<p>x', 5_000)}`,
    ],
    ['too many elements', times('<br>', 50_001)],
    ['too many comments', times('<!-- x -->', 4_001)],
    ['too many attributes', `<p ${Array.from({ length: 202 }, (_, i) => `a${i}`).join(' ')}>`],
    ['too long', times('x', 2_000_001)],
    ['too long beside its picture', `<img src="${times('x', 2_000_001)}">${times('x', 2_000_001)}`],
    ['pictures that are too much', `<img src="${times('x', 8_000_001)}">`],
    ['what only looks like a picture', `="data:image/png;base64,${times('AAAA', 1_000_000)}"`],
  ])('%s', (_, html) => {
    expect(exceedsLimits(html)).toBe(true);
  });
});
