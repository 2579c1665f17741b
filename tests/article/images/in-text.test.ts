import { describe, expect, test } from 'vitest';
import { imagesIn } from '../../../utils/article/images/in-text';

const place = { base: 'https://site.example/news/1' };
const of = (html: string, more = {}) => imagesIn(html, { ...place, ...more });

describe('the pictures of an article, without a DOM', () => {
  test('are resolved, in the order of the text, none twice', () => {
    expect(of('<p><img src="/a.png"> <IMG SRC=b.png><img src="/a.png#x"><img src="/a.png"></p>')).toEqual([
      ['https://site.example/a.png'],
      ['https://site.example/news/b.png'],
      ['https://site.example/a.png#x'],
    ]);
  });
  test('are decoded as attributes are', () => {
    expect(of('<img src="https://wsrv.nl/?url=a.example/1.jpg&amp;w=5">')).toEqual([
      ['https://wsrv.nl/?url=a.example/1.jpg&w=5'],
    ]);
  });
  test('are found where a script would have put them', () => {
    expect(
      of('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="https://late.example/l.png">'),
    ).toEqual([['https://late.example/l.png']]);
  });
  test('with variants alone are known under what each screen would ask for, the sharp one first', () => {
    const set = 'https://a.example/s.png 700w, https://a.example/m.png 1400w, https://a.example/l.png 2800w';
    expect(of(`<img srcset="${set}">`)).toEqual([
      ['https://a.example/m.png', 'https://a.example/s.png', 'https://a.example/l.png'],
    ]);
  });
  test('take the sources of their picture only where they have no address', () => {
    const source = '<source srcset="https://a.example/p.webp 1x">';
    expect(of(`<picture>${source}<img></picture>`)).toEqual([['https://a.example/p.webp']]);
    expect(of(`<picture>${source}<img src="/own.png"></picture>`)).toEqual([
      ['https://site.example/own.png'],
    ]);
    expect(of(`<picture>${source}</picture><picture><img></picture>`)).toEqual([]);
  });
  test('are no counting pixels, hidden ones, or within the article', () => {
    const tiny = '<img width=1 height=1 src="https://count.example/p.gif">';
    const hidden = '<img style="display:none" src="https://count.example/q.gif">';
    const styled = '<img style="width:1px;height:0" src="https://count.example/r.gif">';
    expect(of(`${tiny}${hidden}${styled}<img src="data:image/png;base64,${'A'.repeat(2000)}">`)).toEqual([]);
  });
  test('in the house of the reader are asked only where she typed the address', () => {
    const html = '<img src="http://192.168.0.9:80/a.png"><img src="http://10.0.0.1/b.png">';
    expect(of(html)).toEqual([]);
    expect(of(html, { privateHosts: ['192.168.0.9'] })).toEqual([['http://192.168.0.9/a.png']]);
  });
  test('are not counted for ever', () => {
    const many = Array.from({ length: 500 }, (_, i) => `<img src="/${i}.png">`).join('');
    expect(of(many).length).toBe(200);
  });
});
