import type { Source, SourceHistory } from '../model/feed';
import type { ParsedFeed } from '../model/parsed';
import { type FetchAnswer, isDelta } from '../net/answer';
import { headerFreshnessMs, renewedFreshnessMs } from '../schedule/freshness';
import { historyOf } from '../schedule/history';
import { movedTo, securedAddress } from '../schedule/moved';
import { articleTimes } from '../schedule/rhythm';
import type { Finding } from './finding';

/** What is remembered of the address that was asked. A failure is held against it only when `counted`. */
export function sourceAfter(
  source: Source,
  answer: FetchAnswer,
  finding: Finding,
  { now, counted }: { now: number; counted: boolean },
): Source {
  const history = historyOf(source);
  if (finding.problem) {
    const goneAt = finding.problem.kind === 'gone' ? (history.goneAt ?? now) : history.goneAt;
    const failures = history.failures + Number(counted);
    const isDenied = finding.problem.kind === 'permission-missing';
    return { ...source, ...finding.source, history: { ...history, goneAt, failures, isDenied } };
  }
  const move = movedTo(source, answer.url, now);
  const secured = securedAddress(source, move, now);
  return {
    ...source,
    ...finding.source,
    ...(secured && { url: secured }),
    history: { ...answered(source, answer, finding, now), movedTo: secured ? null : move },
  };
}

function answered(source: Source, answer: FetchAnswer, { parsed }: Finding, now: number): SourceHistory {
  const well = { ...historyOf(source), failures: 0, goneAt: null, isDenied: false };
  if (answer.kind === 'not-modified') {
    const { etag, lastModified } = answer.validators;
    const renewed = etag !== source.validators?.etag || lastModified !== source.validators.lastModified;
    return {
      ...well,
      notModified: well.notModified + 1,
      answers304: true,
      isAlive: well.isAlive || renewed,
      freshnessMs: renewedFreshnessMs(answer.timing, well.freshnessMs),
    };
  }
  const sameAgain = answer.kind === 'body' && answer.hash === source.bodyHash;
  const isWhole = !isDelta(answer);
  return {
    ...well,
    notModified: isWhole ? 0 : well.notModified,
    fullAt: isWhole ? now : well.fullAt,
    isAlive: !isWhole,
    // It had our validators and sent the same all over again.
    answers304: well.answers304 && !sameAgain,
    freshnessMs: headerFreshnessMs(answer.timing),
    newestAt: (parsed && articleTimes(parsed, now)[0]) ?? well.newestAt,
  };
}

/** What to remember of the address that sent a document. A cut document may lack entries: without validators it is asked for again in full. A delta is not the body that its ETag names. */
export function sourceOf(
  answer: Extract<FetchAnswer, { kind: 'body' }>,
  { truncated }: Pick<ParsedFeed, 'truncated'>,
): Partial<Source> {
  if (truncated) return { validators: null, bodyHash: '' };
  const { validators, hash } = answer;
  return isDelta(answer) ? { validators } : { validators, bodyHash: hash };
}
