import { signal } from '@preact/signals';
import { t } from '../../utils/browser/text';
import { listRules } from '../../utils/db/rules';
import { watchChanges } from '../../utils/messages/changes';
import { type Rule, ruleLimits } from '../../utils/model/rule';
import { type RuleDraft, readRulesFile, rulesFileLimit, writeRules } from '../../utils/rules/read-rules';
import { download } from '../shared/download';
import { countWords } from '../shared/locale';
import { perform } from '../shared/perform';
import { toast } from '../shared/toasts';

/** In the reader's order; null while they are read. */
export const rules = signal<readonly Rule[] | null>(null);
/** The rule that is being changed; a draft of a new one; null for none. */
export const edited = signal<Rule | RuleDraft | null>(null);

export async function loadRules(): Promise<void> {
  rules.value = await listRules();
}

/** Follows changes from elsewhere; gives the function that stops it. */
export function followRules(): () => void {
  void loadRules();
  return watchChanges((change) => change.kind === 'rules' && void loadRules());
}

/** Stores all rules anew, says what was done, and offers to put all back as they were. Gives whether it was stored. */
export async function storeRules(next: readonly (Rule | RuleDraft)[], words: string): Promise<boolean> {
  const before = rules.value ?? [];
  if ((await perform('setRules', { rules: [...next] })) === null) return false;
  await loadRules();
  const undo = () => void perform('setRules', { rules: [...before] }).then(loadRules);
  toast(words, { action: { label: t('undo'), run: undo } });
  return true;
}

export const newRule: RuleDraft = {
  title: '',
  enabled: true,
  mode: 'all',
  conditions: [{ field: 'title', operator: 'contains', text: '' }],
  actions: [{ verb: 'read', tag: '' }],
};

/** Stores the rule in the place of the one it was, a new one after all others. */
export function saveRule(rule: Rule | RuleDraft): Promise<boolean> {
  const known = rules.value ?? [];
  const isKnown = 'id' in rule && known.some(({ id }) => id === rule.id);
  const next = isKnown ? known.map((one) => (one.id === rule.id ? rule : one)) : [...known, rule];
  return storeRules(next, t('ruleSaved'));
}

export function removeRule(rule: Rule): Promise<boolean> {
  return storeRules(
    (rules.value ?? []).filter(({ id }) => id !== rule.id),
    t('ruleRemoved'),
  );
}

/** Moves a rule to a place among the others, 0 the first. */
export async function moveRule(rule: Rule, place: number): Promise<void> {
  const known = rules.value ?? [];
  const others = known.filter(({ id }) => id !== rule.id);
  if (place < 0 || place > others.length || known[place]?.id === rule.id) return;
  await storeRules(others.toSpliced(place, 0, rule), t('ruleMoved'));
}

export function exportRules(): void {
  const text = writeRules(rules.value ?? []);
  download('broadsheet-rules.json', new Blob([text], { type: 'application/json' }));
}

/** What is far too long, or cannot be read, is no file of rules. */
async function readFile(file: Blob): Promise<ReturnType<typeof readRulesFile>> {
  const text = file.size > 4 * rulesFileLimit ? '' : await file.text().catch(() => '');
  return readRulesFile(text);
}

/** Adds the rules of a file after those that are there. */
export async function importRules(file: File): Promise<void> {
  const read = await readFile(file);
  if (read === 'newer') return toast(t('settingsNewer'), { tone: 'bad' });
  if (!read || read.rules.length === 0) return toast(t('rulesNotRead'), { tone: 'bad' });
  // a file that comes before the rules are shown must not take their place
  if (rules.value === null) await loadRules();
  const next = [...(rules.value ?? []), ...read.rules];
  if (next.length > ruleLimits.rules)
    return toast(t('rulesTooMany', [String(ruleLimits.rules)]), { tone: 'bad' });
  const refused = read.refused > 0 ? ` ${countWords('rulesRefused', read.refused)}` : '';
  await storeRules(next, countWords('rulesImported', read.rules.length) + refused);
}
