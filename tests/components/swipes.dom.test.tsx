import { render } from 'preact';
import { useRef } from 'preact/hooks';
import { expect, test } from 'vitest';
import { useSwipes } from '../../components/shared/swipes';

const swiped: string[] = [];

function List() {
  const list = useRef<HTMLDivElement>(null);
  useSwipes(list, (id, way) => swiped.push(`${id} ${way}`));
  return (
    <div ref={list}>
      <article data-entry-id="7">A story</article>
    </div>
  );
}

function drag(row: Element, way: [number, number][]): void {
  const touch = ([clientX, clientY]: [number, number]) =>
    new Touch({ identifier: 1, target: row, clientX, clientY });
  const [first = [0, 0], ...rest] = way;
  const fire = (type: string, touches: Touch[]) =>
    row.dispatchEvent(new TouchEvent(type, { touches, bubbles: true }));
  fire('touchstart', [touch(first)]);
  for (const place of rest) fire('touchmove', [touch(place)]);
  fire('touchend', []);
}

test('a finger to the right marks, to the left stars; a scroll or a short way does nothing', async () => {
  render(<List />, document.body);
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  const row = document.querySelector<HTMLElement>('article');
  if (!row) throw new Error('no row');
  drag(row, [
    [10, 10],
    [40, 12],
    [120, 14],
  ]);
  expect(swiped).toEqual(['7 read']);
  drag(row, [
    [200, 10],
    [150, 12],
    [90, 14],
  ]);
  expect(swiped).toEqual(['7 read', '7 star']);
  drag(row, [
    [10, 10],
    [12, 60],
    [160, 90],
  ]);
  drag(row, [
    [10, 10],
    [40, 12],
    [60, 12],
  ]);
  expect(swiped).toHaveLength(2);
  expect(row.style.translate).toBe('');
});
