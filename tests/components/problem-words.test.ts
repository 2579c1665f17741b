import { describe, expect, it } from 'vitest';
import { problemWords } from '../../components/shared/problem-words';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import simplified from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import traditional from '../../public/_locales/zh_TW/messages.json' with { type: 'json' };
import type { Problem, ProblemKind } from '../../utils/model/problem';

const samples: { [K in ProblemKind]: Extract<Problem, { kind: K }>[] } = {
  'address-invalid': [{ kind: 'address-invalid', address: 'nonsense' }],
  'address-private': [{ kind: 'address-private', host: '10.0.0.1' }],
  'permission-missing': [{ kind: 'permission-missing', origins: ['*://a.example/*', '*://www.a.example/*'] }],
  offline: [{ kind: 'offline' }],
  timeout: [{ kind: 'timeout', seconds: 25 }],
  'host-silent': [{ kind: 'host-silent', host: 'a.example', days: 4, checks: 9 }],
  unreachable: [{ kind: 'unreachable', host: 'a.example' }],
  'http-status': [401, 403, 404, 418, 429, 500, 503].map((status) => ({
    kind: 'http-status',
    status,
    retryAt: null,
  })),
  gone: [{ kind: 'gone', host: 'a.example' }],
  'too-big': [{ kind: 'too-big', limitBytes: 10_000_000 }],
  'not-a-feed': (['html', 'login', 'parked', 'empty', 'other'] as const).flatMap((found) => [
    { kind: 'not-a-feed', found },
    { kind: 'not-a-feed', found, page: { host: 'a.example', title: 'Log in' } },
    { kind: 'not-a-feed', found, page: { host: 'a.example', title: '' } },
  ]),
  'several-feeds': [{ kind: 'several-feeds', candidates: [] }],
  'no-feed-found': [{ kind: 'no-feed-found', address: 'https://a.example/' }],
  'opml-found': [{ kind: 'opml-found', address: 'https://a.example/list.opml', feeds: 7 }],
  'already-subscribed': [{ kind: 'already-subscribed', feedId: 1 }],
  'twin-subscribed': (['address', 'articles'] as const).map((by) => ({
    kind: 'twin-subscribed',
    feedId: 1,
    address: 'https://a.example/feed',
    by,
  })),
  'no-such-feed': [{ kind: 'no-such-feed', feedId: 1 }],
  'no-such-entry': [{ kind: 'no-such-entry', entryId: 1 }],
  'no-text-found': [{ kind: 'no-text-found', host: 'a.example' }],
  'no-such-folder': [{ kind: 'no-such-folder', folderId: 1 }],
  'no-such-tag': [{ kind: 'no-such-tag', tagId: 1 }],
  'tag-exists': [{ kind: 'tag-exists', tagId: 1 }],
  'no-such-rule': [{ kind: 'no-such-rule', ruleId: 1 }],
  'rule-invalid': [{ kind: 'rule-invalid', field: 'text' }],
  'nothing-to-undo': [{ kind: 'nothing-to-undo' }],
  'opml-unreadable': (['not-opml', 'too-big', 'no-feeds', 'entities'] as const).map((reason) => ({
    kind: 'opml-unreadable',
    reason,
  })),
  'storage-full': [{ kind: 'storage-full' }],
  'storage-failed': [{ kind: 'storage-failed', detail: 'AbortError' }],
  'input-invalid': [{ kind: 'input-invalid', field: 'url' }],
  'sender-refused': [{ kind: 'sender-refused' }],
  internal: [{ kind: 'internal', detail: 'x' }],
};

const every: Problem[] = Object.values(samples).flat();
const messages: Record<string, { message: string }> = english;
const gapCount = (key: string) => new Set(messages[key]?.message.match(/\$\d/g)).size;

describe('every problem', () => {
  it.each(every)('$kind says what happened, with every gap filled', (problem) => {
    const { what, kept, todo } = problemWords(problem);
    for (const phrase of [what, kept, todo]) {
      if (phrase === null) continue;
      expect(messages[phrase.key]?.message ?? '').not.toBe('');
      expect(phrase.values?.length ?? 0).toBe(gapCount(phrase.key));
      expect(phrase.values ?? []).not.toContain('');
    }
  });

  it('of a feed that cannot be checked offers something to do and says that nothing was lost', () => {
    const checked: ProblemKind[] = [
      'timeout',
      'unreachable',
      'host-silent',
      'http-status',
      'gone',
      'not-a-feed',
      'permission-missing',
    ];
    for (const problem of every.filter(({ kind }) => checked.includes(kind))) {
      const words = problemWords(problem);
      expect(words.remedy).not.toBe('none');
      expect(words.kept).not.toBeNull();
      expect(words.todo).not.toBeNull();
    }
  });

  it('names a site once, however many patterns stand for it', () => {
    const origins = [
      '*://a.example/*',
      '*://www.a.example/*',
      '*://b.example/*',
      '*://c.example/*',
      '*://d.example/*',
    ];
    expect(problemWords({ kind: 'permission-missing', origins }).what.values).toEqual([
      'a.example, b.example, c.example …',
    ]);
  });

  it('of a feed that went wrong for good is told in words of its own, in every language', () => {
    const page = { host: 'a.example', title: 'Welcome' };
    const kinds: Problem[] = [
      { kind: 'gone', host: 'a.example' },
      { kind: 'host-silent', host: 'a.example', days: 4, checks: 9 },
      { kind: 'not-a-feed', found: 'parked', page },
      { kind: 'not-a-feed', found: 'html', page },
      { kind: 'not-a-feed', found: 'login', page },
    ];
    const keys = kinds.map((problem) => problemWords(problem).what.key);
    const states = ['stateSilent', 'factSilent', 'stateBehind', 'factBehind', 'stateDead', 'stateMoved'];
    for (const table of [english, simplified, traditional] as Record<string, { message: string }>[]) {
      const told = keys.map((key) => table[key]?.message ?? '');
      expect(new Set(told).size).toBe(kinds.length);
      for (const message of [...told, ...states.map((key) => table[key]?.message ?? '')])
        expect(message.length).toBeGreaterThan(1);
      for (const message of told) expect(message).toContain('$1');
    }
  });
});
