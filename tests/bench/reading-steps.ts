/** Functions that run in the reader page and do what a reader does, frame by frame. */

/** Presses j so often, a key every 33 ms as a held key gives them; milliseconds from each to the frame that shows it. */
export async function holdKey(presses: number): Promise<{ frames: number[]; passed: number }> {
  const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
  const place = () => {
    const row = document.querySelector('article[data-entry-id][aria-current="true"]');
    return Number(row?.getAttribute('aria-posinset') ?? 0);
  };
  const first = place();
  const frames: number[] = [];
  const drawn: Promise<void>[] = [];
  let next = performance.now();
  for (let press = 1; press <= presses; press += 1) {
    const start = performance.now();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, repeat: press > 1 }));
    const shown = async () => {
      // a row that is not drawn yet has no place: it counts until it is there
      while (place() < first + press && performance.now() - start < 2000) await frame();
      frames.push(performance.now() - start);
    };
    drawn.push(shown());
    next += 33;
    await new Promise((done) => setTimeout(done, Math.max(0, next - performance.now())));
  }
  await Promise.all(drawn);
  return { frames, passed: place() - first };
}

/** Frames from the key that opens the next article to the one that shows its text, so many times. */
export async function openArticles(times: number): Promise<number[]> {
  const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
  const shown = () => document.querySelector('[data-article-body]')?.textContent ?? '';
  const counts: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const before = shown();
    await frame();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
    let frames = 0;
    while (frames < 120) {
      await frame();
      frames += 1;
      const text = shown();
      if (text !== '' && text !== before) break;
    }
    counts.push(frames);
    await new Promise((done) => setTimeout(done, 250));
  }
  return counts;
}

/** Scrolls down for so long, a screen every other frame: the longest time without a row in sight (ms), and the rows passed. */
export async function scrollOn(forMs: number): Promise<{ blank: number; rows: number }> {
  const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
  const list = document.querySelector('.list-scroller');
  if (!list) throw new Error('No list');
  const { left, top, width, height } = list.getBoundingClientRect();
  const hasRow = () =>
    document.elementFromPoint(left + width / 2, top + height / 2)?.closest('article[data-entry-id]') != null;
  const start = performance.now();
  let blank = 0;
  let since: number | null = null;
  for (let now = start; now - start < forMs; now = performance.now()) {
    list.scrollTop += height;
    await frame();
    await frame();
    if (hasRow()) since = null;
    else since ??= now;
    if (since !== null) blank = Math.max(blank, performance.now() - since);
  }
  const places = [...document.querySelectorAll('article[data-entry-id]')].map((row) =>
    Number(row.getAttribute('aria-posinset')),
  );
  return { blank, rows: Math.max(0, ...places) };
}

/** Goes from feed to feed; milliseconds from each click to the frame with the feed's rows. */
export async function switchFeeds(times: number): Promise<number[]> {
  const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#/feed/"]')];
  const firstRow = () => document.querySelector('article[data-entry-id]')?.getAttribute('data-entry-id');
  const waits: number[] = [];
  for (const link of links.slice(0, times)) {
    const before = firstRow();
    const start = performance.now();
    link.click();
    let row = firstRow();
    while ((row === undefined || row === before) && performance.now() - start < 5000) {
      await frame();
      row = firstRow();
    }
    waits.push(performance.now() - start);
    await new Promise((done) => setTimeout(done, 150));
  }
  return waits;
}

interface Shifting {
  shifts: { sum: number; of: string[] };
}

/** Begins to sum the layout shifts of the page, and to name what they moved; false where the browser does not tell of them. */
export function watchShifts(): boolean {
  const shifts: Shifting['shifts'] = { sum: 0, of: [] };
  (globalThis as unknown as Shifting).shifts = shifts;
  if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return false;
  interface Shift extends PerformanceEntry {
    value: number;
    sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
  }
  const named = ({ node, previousRect: was, currentRect: is }: Shift['sources'][number]) =>
    `${node instanceof Element ? `${node.tagName} ${node.className}` : node?.nodeName} from ${was.x}, ${was.y}, ${was.width} x ${was.height} to ${is.x}, ${is.y}, ${is.width} x ${is.height}`;
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries() as Shift[]) {
      shifts.sum += shift.value;
      shifts.of.push(...shift.sources.map(named));
    }
  }).observe({ type: 'layout-shift' });
  return true;
}

export function shiftsSoFar(): Shifting['shifts'] {
  return (globalThis as unknown as Shifting).shifts;
}
