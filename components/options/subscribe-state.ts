import { signal } from '@preact/signals';
import { requestAccess } from '../../utils/browser/permissions';
import { t } from '../../utils/browser/text';
import { send } from '../../utils/messages/send';
import type { FeedCandidate, Problem } from '../../utils/model/problem';
import { originPatterns, parseAddress } from '../../utils/text/address';
import { settings } from '../shared/settings-state';
import { toast } from '../shared/toasts';

/** Where the attempt to subscribe stands. The address stays in the box until it has worked. */
export type Attempt =
  | { kind: 'idle' }
  | { kind: 'busy'; address: string }
  | { kind: 'denied'; address: string }
  | { kind: 'choose'; candidates: readonly FeedCandidate[] }
  | { kind: 'failed'; address: string; problem: Problem };

export const address = signal('');
export const attempt = signal<Attempt>({ kind: 'idle' });

/** What the browser is to be asked for: what the reader chose, for this address. */
function patternsFor(url: string): string[] {
  return settings.value.grant === 'all' ? ['*://*/*'] : originPatterns(url);
}

async function add(typed: string): Promise<void> {
  attempt.value = { kind: 'busy', address: typed };
  const answer = await send('subscribe', { url: typed });
  if (answer.ok) {
    attempt.value = { kind: 'idle' };
    address.value = '';
    toast(t('subscribed'));
  } else if (answer.problem.kind === 'several-feeds') {
    attempt.value = { kind: 'choose', candidates: answer.problem.candidates };
  } else {
    attempt.value = { kind: 'failed', address: typed, problem: answer.problem };
  }
}

/**
 * Subscribes to what was typed. Must be called straight in a click: the permission is asked for before anything is
 * awaited. Browsers ask the reader only for what is not granted yet.
 */
export function subscribe(typed: string, patterns?: readonly string[]): void {
  const found = parseAddress(typed);
  if (found === null) {
    attempt.value = { kind: 'failed', address: typed, problem: { kind: 'address-invalid', address: typed } };
    return;
  }
  const wanted = [...new Set([...(patterns ?? []), ...patternsFor(found.url)])];
  attempt.value = { kind: 'busy', address: typed };
  void requestAccess(wanted).then((granted) => {
    if (granted) return add(typed);
    attempt.value = { kind: 'denied', address: typed };
  });
}
