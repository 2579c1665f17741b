import type { ParsedEntry } from '../../utils/model/parsed';
import { randomFrom } from '../random';
import { Model, numberOf, type Store } from './model';
import { habitsFrom, Publisher } from './publisher';

const day = 86_400_000;
const steps = 14;

/** A store that is polled with documents; `killAt` > 0 ends the check in its middle, and gives whether it did. */
export interface PolledStore extends Store {
  poll(document: ParsedEntry[], now: number, killAt: number): Promise<boolean>;
}

/**
 * One random history: the publisher acts, the feed is polled, the reader marks and stars, old articles are pruned, work
 * is killed and begun again; after each step the store is held against the model. Throws with the story of what went wrong.
 */
export async function runHistory(seed: number, store: PolledStore): Promise<void> {
  const random = randomFrom(seed);
  const pick = (below: number) => Math.floor(random() * below);
  let now = Date.UTC(2026, 0, 1);
  const publisher = new Publisher(pick, habitsFrom(pick), now);
  const model = new Model();
  const story: string[] = [JSON.stringify(publisher.habits)];
  const verify = (wrong: string[]) => {
    if (wrong.length > 0) throw new Error(`seed ${seed}: ${wrong.join(', ')}\n${story.join('\n')}`);
  };

  async function poll(): Promise<void> {
    const { window } = publisher;
    const wasKilled = await store.poll(publisher.document(now), now, pick(5) === 0 ? 1 + pick(9) : 0);
    const numbers = window.map(({ number }) => number).join(' ');
    story.push(`  polled${wasKilled ? ' and killed' : ''}: ${numbers}`);
    const dateOf = (article: (typeof window)[number]) => publisher.dateOf(article, now);
    verify(model.poll(window, dateOf, now, wasKilled, await store.entries()));
  }

  async function mark(): Promise<void> {
    const some = (await store.entries()).filter(() => pick(2) === 0);
    const isToBeRead = pick(5) > 0;
    await store.markRead(
      some.map(({ id }) => id),
      isToBeRead,
      now,
    );
    model.markRead(some.map(numberOf), isToBeRead, now);
    story.push(`  marked ${isToBeRead ? 'read' : 'unread'}: ${some.map(numberOf).join(' ')}`);
  }

  async function markAll(): Promise<void> {
    await store.markAllRead(now);
    model.markRead([...model.known.keys()], true, now);
    story.push('  marked all read');
  }

  async function star(): Promise<void> {
    const entries = await store.entries();
    const one = entries[pick(entries.length)];
    if (!one) return;
    const isToBeStarred = pick(3) > 0;
    await store.star([one.id], isToBeStarred);
    model.star([numberOf(one)], isToBeStarred);
    story.push(`  ${isToBeStarred ? 'starred' : 'unstarred'} ${numberOf(one)}`);
  }

  async function prune(): Promise<void> {
    if (!publisher.habits.prunes) return;
    await store.prune(now);
    story.push('  pruned');
    verify(model.prune(await store.entries(), now, false));
  }

  await poll();
  for (let step = 0; step < steps; step++) {
    now += pick(2) === 0 ? 3_600_000 * (1 + pick(20)) : day * (1 + pick(5));
    story.push(publisher.act(now));
    await poll();
    const acts = [mark, mark, markAll, star, prune, prune, () => store.restart(), poll];
    await acts[pick(acts.length)]?.();
    verify(model.check(await store.entries()));
  }
}
