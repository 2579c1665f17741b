import { useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import type { Check } from '../../utils/model/feed';
import { formatNumber, uiLanguage } from '../shared/locale';
import { exactTime } from '../shared/time-words';
import { outcomeWords } from './check-words';

/** So many checks are drawn. */
export const stripPlaces = 60;
const step = 4;
const baseline = 15;

type Kind = 'new' | 'same' | 'failed';

/** Told apart by colour and by shape: news stand tall, failures hang below the line. */
const shapes: Record<Kind, { y: number; height: number }> = {
  new: { y: 1, height: 13 },
  same: { y: 9, height: 5 },
  failed: { y: 16, height: 7 },
};

export function kindOf({ outcome, newEntries, changedEntries = 0 }: Check): Kind {
  if (outcome === 'failed') return 'failed';
  return newEntries + changedEntries > 0 || outcome === 'new' ? 'new' : 'same';
}

function labelOf(checks: readonly Check[]): string {
  const count = (kind: Kind) => checks.filter((check) => kindOf(check) === kind).length;
  const numbers = [checks.length, count('new'), count('same'), count('failed')];
  return t('checksLabel', numbers.map(formatNumber));
}

interface Part {
  checks: readonly Check[];
  /** The place of the first. */
  start: number;
}

/** A bar each, which says what it stands for when it is pointed at. */
function Bars({ checks, start }: Part) {
  return checks.map((check, i) => (
    <rect
      key={`${i} ${check.at}`}
      class={kindOf(check)}
      x={(start + i) * step}
      width={step - 1}
      rx="0.75"
      {...shapes[kindOf(check)]}
    >
      <title>{`${exactTime(check.at, uiLanguage())}: ${outcomeWords(check)}`}</title>
    </rect>
  ));
}

/** All bars of a kind as one shape: in a long table, sixty elements a row are felt. */
function Outlines({ checks, start }: Part) {
  const outline = (kind: Kind) => {
    const { y, height } = shapes[kind];
    const bar = (at: number) => `M${at * step} ${y}h${step - 1}v${height}h${1 - step}z`;
    return checks.map((check, i) => (kindOf(check) === kind ? bar(start + i) : '')).join('');
  };
  return (['new', 'same', 'failed'] as const).map((kind) => (
    <path key={kind} class={kind} d={outline(kind)} />
  ));
}

/**
 * The last sixty checks, given newest first, drawn with the newest at the end. Each answers to the pointer: at once where
 * they are `named`, else as soon as it comes near.
 */
export function CheckStrip({ checks, named = false }: { checks: readonly Check[]; named?: boolean }) {
  const [pointed, setPointed] = useState(false);
  const inTime = checks.slice(0, stripPlaces).reverse();
  const start = stripPlaces - inTime.length;
  return (
    <svg
      class="check-strip"
      viewBox={`0 0 ${stripPlaces * step} 24`}
      preserveAspectRatio={named ? undefined : 'none'}
      role="img"
      aria-label={labelOf(inTime)}
      onPointerEnter={() => setPointed(true)}
    >
      <path class="rule" d={`M0 ${baseline}h${stripPlaces * step - 1}`} />
      {named || pointed ? <Bars checks={inTime} start={start} /> : <Outlines checks={inTime} start={start} />}
    </svg>
  );
}

/** What the shapes of the strip mean. */
export function StripLegend() {
  const entry = (kind: Kind, label: string) => (
    <li>
      <svg class="check-strip key" viewBox="0 0 15 24" aria-hidden="true">
        <path class="rule" d={`M0 ${baseline}h15`} />
        <rect class={kind} x="5" width="5" rx="0.75" {...shapes[kind]} />
      </svg>
      {label}
    </li>
  );
  return (
    <ul class="strip-legend">
      {entry('new', t('legendNew'))}
      {entry('same', t('outcomeSame'))}
      {entry('failed', t('outcomeFailed'))}
    </ul>
  );
}
