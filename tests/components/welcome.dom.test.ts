import { answers, sent } from './extension-stand-in';
import '../../components/shared/tokens.css';
import { beforeEach, expect, test } from 'vitest';
import { isImporting } from '../../components/options/opml-import';
import { chosen, sets, subscribeToSets, toggleSet } from '../../components/options/welcome-state';

beforeEach(() => {
  sent.length = 0;
  answers.clear();
  chosen.value = new Set();
});

test('a click on the same sets while they are being added adds nothing twice', async () => {
  const [set] = sets.value;
  if (!set) return expect.fail('no sets');
  toggleSet(set.id);
  await Promise.all([subscribeToSets(), subscribeToSets()]);
  expect(sent.map(({ name }) => name)).toEqual(['importOpml']);
  expect(isImporting.value).toBe(false);
  // and later ones as before
  toggleSet(set.id);
  await subscribeToSets();
  expect(sent).toHaveLength(2);
});
