import { expect, test } from 'vitest';
import type { Problem } from '../../utils/model/problem';
import { lastingProblem } from '../../utils/schedule/host-silent';
import { day } from '../../utils/schedule/times';

const now = Date.UTC(2026, 10, 22, 12);
const unreachable: Problem = { kind: 'unreachable', host: 'a.example' };

test.each<[string, Problem, number, number, Problem['kind']]>([
  ['three days and eight checks without an answer', unreachable, 8, 3, 'host-silent'],
  ['not before three days', unreachable, 20, 2.9, 'unreachable'],
  ['not before eight checks', unreachable, 7, 9, 'unreachable'],
  ['not a server that is slow', { kind: 'timeout', seconds: 25 }, 20, 9, 'timeout'],
  ['not a server that answers', { kind: 'http-status', status: 500, retryAt: null }, 20, 9, 'http-status'],
])('%s', (_, problem, failures, days, kind) => {
  expect(lastingProblem(problem, { failures, failingSince: now - days * day }, now).kind).toBe(kind);
});
