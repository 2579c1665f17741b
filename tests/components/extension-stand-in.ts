import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { Problem } from '../../utils/model/problem';

/** What the page under test asked of the background, in order. */
export const sent: { name: string; input: unknown }[] = [];

/** What the background answers to a message, where it is more than that it is done. */
export const answers = new Map<string, unknown>();

/** What keeps the background from it. */
export const refusals = new Map<string, Problem>();

const messages: Record<string, { message: string }> = english;

function getMessage(key: string, gaps: readonly string[] = []): string {
  return (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, place) => gaps[Number(place) - 1] ?? '');
}

const event = { addListener: () => undefined, removeListener: () => undefined };
const area = { get: async () => ({}), set: async () => undefined, onChanged: event };

/**
 * A test's page is no page of the extension, so it lacks the extension's API: here are its English texts, and a background
 * that notes what it is asked and says that it is done. Import it before any component.
 */
Object.assign(globalThis, {
  browser: {
    runtime: {
      id: 'stand-in',
      getURL: (path: string) => `${location.origin}/${path}`,
      sendMessage: async (message: { name: string; input: unknown }) => {
        sent.push(message);
        const problem = refusals.get(message.name);
        if (problem) return { ok: false, problem };
        return { ok: true, data: answers.get(message.name) ?? {} };
      },
      onMessage: event,
    },
    i18n: { getMessage },
    permissions: { request: async () => true, contains: async () => true, onAdded: event, onRemoved: event },
    storage: { local: area, sync: area, session: area, onChanged: event },
    tabs: { create: async () => undefined },
  },
});
