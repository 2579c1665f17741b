/** Functions that run in the reader page, or one beside it. */

/** Puts articles that are heavy in one way each on top of the list, a light one after each, and then so many light ones. */
export async function fillHeavy(light: number): Promise<string[]> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  const database = await settled(indexedDB.open('broadsheet'));
  const [feed] = (await settled(database.transaction('feeds').objectStore('feeds').getAll())) as {
    id: number;
    sources: { url: string }[];
  }[];
  const { origin } = new URL(feed?.sources[0]?.url ?? location.href);
  const words =
    '这是一段中文新闻的文字，记者从北京发回的报道说，有关各方就此事举行了会晤，并表示将继续沟通。';
  const paragraph = (times: number) => `<p>${words.repeat(times)}</p>`;
  const many = (times: number, part: (at: number) => string) =>
    Array.from({ length: times }, (_, at) => part(at));
  const noise = 'AbC4'.repeat(750_000);
  const row = '<tr><td>一</td><td>二</td><td>three</td><td>4</td></tr>';
  const bodies: Record<string, string> = {
    '500 kB of Chinese': paragraph(4).repeat(900),
    '300 pictures, half of them failing': many(
      300,
      (at) => `${paragraph(2)}<p><img src="${origin}/${at % 2 ? 'late' : 'gone'}/heavy${at}.png"></p>`,
    ).join(''),
    '1,800 paragraphs and 200 tables': many(2000, (at) =>
      at % 10 ? paragraph(1) : `<table>${row.repeat(8)}</table>`,
    ).join(''),
    'a picture of 3 MB in its address': `${paragraph(3)}<p><img src="data:image/png;base64,${noise}"></p>${paragraph(3)}`,
    'a single line of 300 kB': `<div>${words.repeat(2200)}</div>`,
  };
  const tx = database.transaction(['entries', 'bodies'], 'readwrite');
  const now = Date.now() - 1000;
  let id = 1_000_000;
  const put = (title: string, html: string) => {
    const sortAt = now - id++;
    tx.objectStore('entries').put({
      ...{
        id,
        feedId: feed?.id,
        key: `heavy/${id}`,
        altKey: `${id}`,
        title,
        link: `https://site.example/${id}`,
      },
      ...{ author: '', publishedAt: sortAt, updatedAt: null, arrivedAt: sortAt, sortAt, image: '' },
      ...{ read: 0, unreadAt: 0, starred: 0, snippet: '', contentHash: `${id}`, bodyBytes: html.length },
    });
    const body = { html, base: 'https://site.example/', language: 'zh' };
    tx.objectStore('bodies').put({ ...body, entryId: id, categories: [], enclosures: [], comments: '' });
  };
  for (const [name, html] of Object.entries(bodies)) {
    put(name, html);
    put('A light one', `<p>${id}</p>`);
  }
  for (let at = 0; at < light; at += 1)
    put(`Light ${at}`, `<p>${at}</p><p><img src="${origin}/late/light${at}.png"></p>${paragraph(2)}`);
  await new Promise<void>((done, fail) => {
    tx.oncomplete = () => done();
    tx.onabort = () => fail(tx.error);
  });
  database.close();
  return Object.keys(bodies);
}

export interface Opening {
  title: string;
  /** From the key to the frame after the one in which its text stands, ms. */
  shown: number;
  /** The longest time between two frames until half a second after, and while it is scrolled to its end or for two seconds. */
  longest: number;
  scrolled: number;
}

/** Opens the next article by its key once what can be read ahead has been, waits for its text, and scrolls through it. */
export async function openNext(): Promise<Opening> {
  const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
  const shownId = () => document.querySelector('.article-scroller')?.getAttribute('data-shown');
  await new Promise((done) => setTimeout(done, 700));
  const before = shownId();
  const start = performance.now();
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
  let [last, longest, shown] = [start, 0, 0];
  const next = async () => {
    await frame();
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  while (last - start < 10_000 && (shown === 0 || last - start < shown + 500)) {
    await next();
    const text = document.querySelector('[data-article-body]')?.firstChild;
    if (shown === 0 && shownId() !== before && text) {
      await next();
      shown = last - start;
    }
  }
  const opening = longest;
  const scroller = document.querySelector('.article-scroller');
  const from = performance.now();
  longest = 0;
  last = from;
  while (
    scroller &&
    last - from < 2000 &&
    scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 2
  ) {
    scroller.scrollTop += scroller.clientHeight * 0.8;
    await next();
  }
  return {
    title: document.querySelector('#article-title')?.textContent ?? '',
    shown,
    longest: opening,
    scrolled: longest,
  };
}

/** Opens so many articles, each long enough to be drawn with its picture on its way, and back by as many; elements then on the page. */
export async function openMany(times: number): Promise<number> {
  for (const key of ['j', 'k'])
    for (let time = 0; time < times; time += 1) {
      document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await new Promise((done) => setTimeout(done, 130));
    }
  await new Promise((done) => setTimeout(done, 1000));
  return document.querySelectorAll('*').length;
}
