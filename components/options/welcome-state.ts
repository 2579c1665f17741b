import { computed, signal } from '@preact/signals';
import { requestAccess } from '../../utils/browser/permissions';
import { t } from '../../utils/browser/text';
import { patternsOf, type StarterSet, setsFor } from '../../utils/discover/starter-sets';
import type { Outline } from '../../utils/model/outline';
import { uiLanguage } from '../shared/locale';
import { perform } from '../shared/perform';
import { settings } from '../shared/settings-state';
import { importReport, isImporting } from './opml-import';

export const steps = 3;
/** From 0. */
export const step = signal(0);
export const chosen = signal<ReadonlySet<StarterSet['id']>>(new Set());
export const sets = computed(() => setsFor(uiLanguage()));
export const chosenSets = computed(() => sets.value.filter(({ id }) => chosen.value.has(id)));

export function setName(id: StarterSet['id']): string {
  const names = {
    newsHans: t('setNewsHans'),
    newsHant: t('setNewsHant'),
    techHans: t('setTechHans'),
    world: t('setWorld'),
    tech: t('setTech'),
    science: t('setScience'),
  };
  return names[id];
}

export function toggleSet(id: StarterSet['id']): void {
  const next = new Set(chosen.value);
  if (!next.delete(id)) next.add(id);
  chosen.value = next;
}

function outlineOf({ id, feeds }: StarterSet): Outline {
  const children = feeds.map(({ title, addresses: [xmlUrl, ...mirrors], site }) => ({
    title,
    xmlUrl,
    htmlUrl: site,
    mirrors,
    children: [],
  }));
  return { title: setName(id), xmlUrl: '', htmlUrl: '', children };
}

/**
 * Subscribes to the chosen sets, each in a folder of its name. Sites are asked for first, straight in the click; where
 * the reader says no, the feeds are there and say what they wait for.
 */
export async function subscribeToSets(): Promise<void> {
  // a second click of an impatient reader would report that all was there already
  if (isImporting.value) return;
  const patterns = settings.value.grant === 'all' ? ['*://*/*'] : patternsOf(chosenSets.value);
  const granted = requestAccess(patterns).catch(() => false);
  isImporting.value = true;
  try {
    await granted;
    const { writeOpml } = await import('../../utils/opml/write-opml');
    const text = writeOpml(chosenSets.value.map(outlineOf), { title: '', createdAt: Date.now() });
    const report = await perform('importOpml', { text });
    if (report === null) return;
    importReport.value = report;
    chosen.value = new Set();
  } finally {
    isImporting.value = false;
  }
}
