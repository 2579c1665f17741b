import { answers, deeds, sent } from './extension-stand-in';
import '../../components/shared/tokens.css';
import { beforeEach, expect, test } from 'vitest';
import { applyRule } from '../../components/options/rule-applying';
import {
  importRules,
  loadRules,
  moveRule,
  removeRule,
  rules,
  saveRule,
} from '../../components/options/rules-state';
import { toasts } from '../../components/shared/toasts';
import { setRules } from '../../utils/actions/rules';
import { commitCheck } from '../../utils/db/commit-check';
import { listEntries } from '../../utils/db/entry-lists';
import { listRules, replaceRules } from '../../utils/db/rules';
import type { Rule, RuleVerb } from '../../utils/model/rule';
import { writeRules } from '../../utils/rules/read-rules';
import { TestWorld } from '../actions/support';
import { addFeed, freshDatabase, newEntry } from '../db/support';
import { until } from './stage';

beforeEach(async () => {
  await freshDatabase();
  sent.length = 0;
  answers.clear();
  deeds.clear();
  rules.value = null;
  toasts.value = [];
});

const rule = (title: string, ...verbs: RuleVerb[]): Omit<Rule, 'id' | 'position'> => ({
  ...{ title, enabled: true, mode: 'all' },
  conditions: [{ field: 'title', operator: 'contains', text: title }],
  actions: verbs.map((verb) => ({ verb, tag: verb === 'tag' ? 'Later' : '' })),
});
const asFile = (text: string) => new File([text], 'rules.json');
const said = () => toasts.value.map(({ text }) => text).join();

test('what a rule did to articles that are there can be undone, and only that', async () => {
  const feedId = await addFeed('a');
  const added = [
    newEntry('k1', { read: 0, starred: 0 }),
    newEntry('k2', { read: 1, starred: 0 }),
    newEntry('k3', { read: 0, starred: 1 }),
  ];
  await commitCheck({ feedId, patch: {}, added });
  const entries = await listEntries({ filter: 'all', limit: 9 });
  const idOf = (key: string) => entries.find((entry) => entry.key === key)?.id ?? 0;
  answers.set('tagEntries', { changed: 3, tagIds: [5] });
  const all = [idOf('k1'), idOf('k2'), idOf('k3')];
  await applyRule(rule('x', 'read', 'star', 'tag', 'hide'), all);
  expect(sent.map(({ name, input }) => ({ name, ...(input as object) }))).toEqual([
    { name: 'markRead', entryIds: [idOf('k1'), idOf('k3')], read: true },
    { name: 'star', entryIds: [idOf('k1'), idOf('k2')], starred: true },
    { name: 'tagEntries', entryIds: all, add: ['Later'] },
  ]);
  expect(said()).toBe('Applied to 3 articles.');
  sent.length = 0;
  toasts.value[0]?.action?.run();
  await until(() => sent.length === 3);
  expect(sent.map(({ name, input }) => ({ name, ...(input as object) }))).toEqual([
    { name: 'tagEntries', entryIds: all, remove: [5] },
    { name: 'star', entryIds: [idOf('k1'), idOf('k2')], starred: false },
    { name: 'markRead', entryIds: [idOf('k1'), idOf('k3')], read: false },
  ]);
});

test('rules of a file come after those that are there, also before these were read', async () => {
  await replaceRules([rule('first', 'hide', 'star', 'notify')]);
  const [first] = await listRules();
  await importRules(asFile(`\ufeff${writeRules([{ ...rule('second', 'read'), id: 7, position: 0 }])}`));
  expect(sent).toEqual([{ name: 'setRules', input: { rules: [first, rule('second', 'read')] } }]);
  expect(said()).toBe('1 rule imported.');
});

test.each([
  ['{"broadsheet":"rules","version":1,"rules":[{', 'This file holds no rules that can be read.'],
  [
    '{"broadsheet":"rules","version":1,"rules":[{"title":"x"}]}',
    'This file holds no rules that can be read.',
  ],
  ['{"broadsheet":"backup","version":1}', 'This file holds no rules that can be read.'],
  [`"${'x'.repeat(8_100_000)}"`, 'This file holds no rules that can be read.'],
  ['{"broadsheet":"rules","version":9,"rules":[]}', 'This file comes from a newer version'],
])('a broken file changes nothing and says so: %#', async (text, words) => {
  await replaceRules([rule('first', 'read')]);
  await importRules(asFile(text));
  expect(sent).toEqual([]);
  expect(said()).toContain(words);
});

test('undoing a change of rules leaves alone what was changed elsewhere since, and what others wrote stays', async () => {
  deeds.set('setRules', (input) => setRules(new TestWorld(), input as { rules: unknown[] }));
  const titles = async () => (await listRules()).map(({ title }) => title).join(' ');
  await replaceRules([rule('first', 'read'), rule('second', 'star')]);
  await loadRules();
  const [first, second] = await listRules();
  if (!first || !second) return expect.fail('no rules');
  await removeRule(first);
  // another page, while the undo is still offered
  await replaceRules([...(await listRules()), rule('third', 'hide')]);
  toasts.value[0]?.action?.run();
  await expect.poll(titles).toBe('first second third');
  // this page has not heard of it yet
  await replaceRules([...(await listRules()), rule('fourth', 'read')]);
  await saveRule({ ...second, title: 'other' });
  expect(await titles()).toBe('first other third fourth');
  await moveRule(first, 2);
  expect(await titles()).toBe('other third first fourth');
  toasts.value[0]?.action?.run();
  await expect.poll(titles).toBe('first other third fourth');
});
