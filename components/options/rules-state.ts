import { signal } from '@preact/signals';
import { t } from '../../utils/browser/text';
import { listRules } from '../../utils/db/rules';
import { watchChanges } from '../../utils/messages/changes';
import { type Rule, ruleLimits } from '../../utils/model/rule';
import { type RuleDraft, readRulesFile, rulesFileLimit, writeRules } from '../../utils/rules/read-rules';
import { takeBackChange } from '../../utils/rules/take-back';
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

type Change = (known: readonly Rule[]) => readonly (Rule | RuleDraft)[];

const putRules = (next: readonly (Rule | RuleDraft)[]) => perform('setRules', { rules: [...next] });

/**
 * Changes the rules as they are stored by now, whoever changed them last, says what was done, and offers to take back that
 * alone. Gives whether it was stored.
 */
export async function changeRules(change: Change, words: string): Promise<boolean> {
  const before = await listRules();
  if ((await putRules(change(before))) === null) return false;
  await loadRules();
  const after = rules.value ?? [];
  const undo = async () => {
    await putRules(takeBackChange(before, after, await listRules()));
    await loadRules();
  };
  toast(words, { action: { label: t('undo'), run: () => void undo() } });
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
  const isIt = (one: Rule) => 'id' in rule && one.id === rule.id;
  return changeRules(
    (known) => (known.some(isIt) ? known.map((one) => (isIt(one) ? rule : one)) : [...known, rule]),
    t('ruleSaved'),
  );
}

/** Lets it be carried out, or no longer. */
export function turnRule({ id }: Rule, enabled: boolean): Promise<boolean> {
  const words = t(enabled ? 'ruleOn' : 'ruleOff');
  return changeRules((known) => known.map((one) => (one.id === id ? { ...one, enabled } : one)), words);
}

export function removeRule(rule: Rule): Promise<boolean> {
  return changeRules((known) => known.filter(({ id }) => id !== rule.id), t('ruleRemoved'));
}

/** Moves a rule to a place among the others, 0 the first. */
export async function moveRule(rule: Rule, place: number): Promise<void> {
  const shown = rules.value ?? [];
  if (place < 0 || place >= shown.length || shown[place]?.id === rule.id) return;
  const move: Change = (known) => {
    const moved = known.find(({ id }) => id === rule.id);
    return moved ? known.filter((one) => one !== moved).toSpliced(place, 0, moved) : known;
  };
  await changeRules(move, t('ruleMoved'));
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
  if ((await listRules()).length + read.rules.length > ruleLimits.rules)
    return toast(t('rulesTooMany', [String(ruleLimits.rules)]), { tone: 'bad' });
  const refused = read.refused > 0 ? ` ${countWords('rulesRefused', read.refused)}` : '';
  const words = countWords('rulesImported', read.rules.length) + refused;
  await changeRules((known) => [...known, ...read.rules], words);
}
