import { expect, test } from 'vitest';
import { runHistory } from './history';
import { PlainStore } from './plain-store';

const histories = 2400;
const lanes = 8;

test.each(Array.from({ length: lanes }, (_, lane) => lane))(
  'once read, an article is never unread again (%i)',
  async (lane) => {
    let run = 0;
    for (let seed = lane; seed < histories; seed += lanes) {
      await runHistory(seed, new PlainStore());
      run += 1;
    }
    expect(run).toBe(histories / lanes);
  },
);
