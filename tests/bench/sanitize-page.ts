import { renderBody } from '../../utils/article/render';
import { sanitize } from '../../utils/article/sanitize';

/** Milliseconds of the fastest and of the middle run. */
export interface Span {
  least: number;
  median: number;
}

export interface SanitizeRow {
  name: string;
  characters: number;
  nodes: number;
  /** The article's HTML set as it is, and laid out. */
  raw: Span;
  /** Sanitized, set, and laid out, as the reader page does. */
  ours: Span;
  /** Sanitized alone. */
  alone: Span;
}

const place = { base: 'https://site.example/2026/article.html' };
const dot = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';

/** An article as sites write them: paragraphs with links and emphasis, a picture, a list, a quotation, a table. */
function article(characters: number): string {
  const parts: string[] = [];
  let length = 0;
  for (let at = 0; length < characters; at++) {
    const part = `<h2 id="part-${at}" class="wp-block-heading">Part ${at}</h2>
<p style="margin:0" class="lead">The <b>council</b> of a small town in the north said on Tuesday that its <a href="/news/${at}.html?utm_source=rss&amp;id=${at}" onclick="track()">library</a> would stay open, <em>after</em> all.</p>
<figure><img src="${dot}" width="640" height="360" srcset="https://img.example/${at}-640.jpg 640w" loading="lazy" alt="The library"><figcaption>Photo ${at}</figcaption></figure>
<ul><li>first <code>point</code></li><li>second point</li></ul><blockquote>“We read,” she said.</blockquote>
<table><tr><td>${at}</td><td>books</td></tr></table>`;
    parts.push(part);
    length += part.length;
  }
  return parts.join('\n');
}

function spanOf(times: number[]): Span {
  const sorted = times.sort((a, b) => a - b);
  return { least: sorted[0] ?? Number.NaN, median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN };
}

/** Runs in a page. The candidates take turns, so that what else the machine does meets all of them. */
export async function measureSanitizing(rounds: number): Promise<SanitizeRow[]> {
  const box = document.body.appendChild(document.createElement('div'));
  const shown = (fill: () => void) => () => {
    box.replaceChildren();
    const start = performance.now();
    fill();
    void box.getBoundingClientRect().height;
    return performance.now() - start;
  };
  const rows: SanitizeRow[] = [];
  for (const [name, characters] of [
    ['10 KB', 10_000],
    ['500 KB', 500_000],
  ] as const) {
    const html = article(characters);
    const candidates = {
      raw: shown(() => Object.assign(box, { innerHTML: html })),
      ours: shown(() => box.append(renderBody(html, place).content)),
      alone: () => {
        const start = performance.now();
        sanitize(html, place);
        return performance.now() - start;
      },
    };
    const times = { raw: [] as number[], ours: [] as number[], alone: [] as number[] };
    const keys = Object.keys(candidates) as (keyof typeof candidates)[];
    // The first round finds code that was never run.
    for (let round = -1; round < rounds; round++) {
      for (const key of keys) {
        const ms = candidates[key]();
        if (round >= 0) times[key].push(ms);
        await new Promise((done) => setTimeout(done, 20));
      }
    }
    const nodes = sanitize(html, place).querySelectorAll('*').length;
    rows.push({
      name,
      characters: html.length,
      nodes,
      raw: spanOf(times.raw),
      ours: spanOf(times.ours),
      alone: spanOf(times.alone),
    });
  }
  return rows;
}
