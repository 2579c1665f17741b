/** Functions that run in the reader page and see what moves in it, in both browsers alike. */

interface Watching {
  moves: { most: number; frames: number; on: boolean };
}

/**
 * From now on looks in every frame how far the elements of a selector have moved since the last one within the nearest
 * thing that scrolls, or changed their size: px, the most of all. What comes and goes does not count, only what stays.
 */
export function watchMoves(selector: string): void {
  const watching = { most: 0, frames: 0, on: true };
  (globalThis as unknown as Watching).moves = watching;
  let before = new Map<Element, DOMRect>();
  const look = () => {
    if (!watching.on) return;
    watching.frames += 1;
    const now = new Map(
      [...document.querySelectorAll(selector)].map((one) => [one, one.getBoundingClientRect()]),
    );
    for (const [one, { x, y, width, height }] of now) {
      const last = before.get(one);
      if (!last || last.y > innerHeight || last.bottom < 0) continue;
      const changes = [x - last.x, y - last.y, width - last.width, height - last.height];
      watching.most = Math.max(watching.most, ...changes.map(Math.abs));
    }
    before = now;
    requestAnimationFrame(look);
  };
  look();
}

export function mostMoved(): number {
  const { moves } = globalThis as unknown as Watching;
  moves.on = false;
  if (moves.frames < 20) throw new Error(`Looked at ${moves.frames} frames only: the page is not in front`);
  return moves.most;
}

/** Resolves when every picture of these places that is near has come or was given up, as far as it is asked for at all. */
export async function picturesSettled(selector: string): Promise<number> {
  const inSight = (one: Element) => {
    const { top, bottom } = one.getBoundingClientRect();
    return top < innerHeight && bottom > 0;
  };
  for (let tries = 0; tries < 400; tries += 1) {
    await new Promise((done) => setTimeout(done, 25));
    const all = [...document.querySelectorAll<HTMLImageElement>(selector)].filter(inSight);
    if (tries > 40 && all.every((one) => one.complete)) return all.length;
  }
  throw new Error('Pictures did not settle');
}

/** Opens the first article of the list whose id leaves this rest, of those that were filled in with pictures; its id. */
export function openArticleOf(rest: number, by: number): string {
  const rows = [...document.querySelectorAll<HTMLElement>('article[data-entry-id]')];
  const isPictured = (one: Element) => one.querySelector('.thumb') !== null;
  const row = rows.find((one) => {
    const id = Number(one.dataset.entryId);
    return id % by === rest && isPictured(one) === id % 3 < 2;
  });
  if (!row) throw new Error('No such article');
  row.click();
  return row.dataset.entryId ?? '';
}

export function isArticleShown(id: string): boolean {
  return document.querySelector('[data-article-body]')?.textContent?.startsWith(`Text of ${id}.`) ?? false;
}
