import type { BackupHead, RestoreMode } from '../backup/backup';
import { listRules, replaceRules } from '../db/rules';
import { deleteSearch, listSearches, putSearch } from '../db/searches';
import { ruleLimits } from '../model/rule';
import { readRule } from '../rules/read-rules';

/** Added after those that are there, where they are not there already; those that are there go when a restore is taken back. */
export async function restoreRules({ rules: given }: BackupHead, mode: RestoreMode): Promise<void> {
  const here = await listRules();
  const known = new Set(here.map((rule) => JSON.stringify(readRule(rule))));
  const wanted = Array.isArray(given) ? given.slice(0, ruleLimits.rules) : [];
  const added = wanted
    .map(readRule)
    .filter((rule) => rule !== null)
    .filter((rule) => !known.has(JSON.stringify(rule)));
  const wantedKeys = new Set(wanted.map((rule) => JSON.stringify(readRule(rule))));
  const kept =
    mode === 'take-back' ? here.filter((rule) => wantedKeys.has(JSON.stringify(readRule(rule)))) : here;
  const all = [...kept.map(({ position: _, ...rule }) => rule), ...added];
  if (added.length > 0 || kept.length < here.length) await replaceRules(all.slice(0, ruleLimits.rules));
}

/** As rules. */
export async function restoreSearches({ searches = [] }: BackupHead, mode: RestoreMode): Promise<void> {
  const here = await listSearches();
  const wanted = new Set(searches.map(({ query }) => query));
  const gone = mode === 'take-back' ? here.filter(({ query }) => !wanted.has(query)) : [];
  for (const { id } of gone) await deleteSearch(id);
  const known = new Set(here.map(({ query }) => query));
  for (const { title, query } of searches)
    if (!known.has(query)) await putSearch({ title: title || query, query });
}
