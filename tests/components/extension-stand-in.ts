import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { Problem } from '../../utils/model/problem';

/** What the page under test asked of the background, in order. */
export const sent: { name: string; input: unknown }[] = [];

/** What the background answers to a message, where it is more than that it is done. */
export const answers = new Map<string, unknown>();

/** What the background does before it answers, where a test needs it done. */
export const deeds = new Map<string, (input: unknown) => Promise<unknown>>();

/** What keeps the background from it. */
export const refusals = new Map<string, Problem>();

const messages: Record<string, { message: string }> = english;

function getMessage(key: string, gaps: readonly string[] = []): string {
  return (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, place) => gaps[Number(place) - 1] ?? '');
}

const event = { addListener: () => undefined, removeListener: () => undefined };

type Changes = Record<string, { newValue?: unknown }>;
const followers = new Set<(changes: Changes, area: string) => void>();
/** What the extension's own storage holds: emptied by the tests that look into it. */
export const kept = new Map<string, unknown>();
const local = {
  get: async (keys: string | string[] | null) =>
    Object.fromEntries(
      [keys ?? [...kept.keys()]]
        .flat()
        .flatMap((key) => (kept.has(key) ? [[key, structuredClone(kept.get(key))] as const] : [])),
    ),
  set: async (values: Record<string, unknown>) => {
    const changes: Changes = {};
    for (const [key, value] of Object.entries(values)) {
      kept.set(key, structuredClone(value));
      changes[key] = { newValue: structuredClone(value) };
    }
    for (const follow of followers) follow(changes, 'local');
  },
  remove: async (keys: string | string[]) => {
    for (const key of [keys].flat()) {
      kept.delete(key);
      for (const follow of followers) follow({ [key]: {} }, 'local');
    }
  },
  onChanged: event,
};
/** Another page of the extension wrote this. */
export function writeElsewhere(key: string, value: unknown): Promise<void> {
  return local.set({ [key]: value });
}
const area = {
  get: async () => ({}),
  set: async () => undefined,
  remove: async () => undefined,
  onChanged: event,
};
const onChanged = {
  addListener: (follow: (changes: Changes, area: string) => void) => followers.add(follow),
  removeListener: (follow: (changes: Changes, area: string) => void) => followers.delete(follow),
};

/**
 * A test's page is no page of the extension, so it lacks the extension's API: here are its English texts, and a background
 * that notes what it is asked and says that it is done. Import it before any component.
 */
Object.assign(globalThis, {
  browser: {
    runtime: {
      id: 'stand-in',
      getManifest: () => ({ version: '1.2.3' }),
      getURL: (path: string) => `${location.origin}/${path}`,
      sendMessage: async ({ name, input }: { name: string; input: unknown }) => {
        sent.push({ name, input });
        const problem = refusals.get(name);
        if (problem) return { ok: false, problem };
        await deeds.get(name)?.(input);
        return { ok: true, data: answers.get(name) ?? {} };
      },
      onMessage: event,
    },
    i18n: { getMessage },
    permissions: { request: async () => true, contains: async () => true, onAdded: event, onRemoved: event },
    storage: { local, sync: area, session: local, onChanged },
    tabs: { create: async () => undefined },
  },
});
