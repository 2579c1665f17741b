import { t } from '../../utils/browser/text';
import { skips, speeds } from '../../utils/model/listening';
import { shortcutOf } from './bindings';
import { choices } from './listening-choices';
import { formatNumber } from './locale';
import { playTime } from './play-time';
import { skip } from './recordings';
import { SoundButton } from './sound-icon';
import { chooseSpeed, speedOf } from './speeds';

interface LineProps {
  at: number;
  length: number;
  label: string;
  onSeek: (seconds: number) => void;
}

/** Where a recording is, to be moved by pointer and arrow keys. */
export function PlayLine({ at, length, label, onSeek }: LineProps) {
  const share = length > 0 ? Math.min(100, (at / length) * 100) : 0;
  return (
    <input
      type="range"
      class="play-line"
      min={0}
      max={Math.max(1, Math.floor(length))}
      step={1}
      value={Math.floor(at)}
      disabled={length <= 0}
      style={{ '--share': `${share}%` }}
      aria-label={label}
      aria-valuetext={t('playedOf', [playTime(at), playTime(length)])}
      onInput={(event) => onSeek(Number(event.currentTarget.value))}
    />
  );
}

export function PlayTime({ at, length }: { at: number; length: number }) {
  if (at <= 0 && length <= 0) return null;
  return (
    <span class="play-time">
      {playTime(at)}
      {length > 0 && <span class="quiet">{` / ${playTime(length)}`}</span>}
    </span>
  );
}

export function SkipButtons() {
  const { back, ahead } = choices.value;
  return (
    <>
      <SoundButton
        icon="back"
        label={t('skipBack', [formatNumber(back)])}
        inside={formatNumber(back)}
        shortcut={shortcutOf('soundBack')}
        class="skip skip-back"
        onClick={() => skip(-1)}
      />
      <SoundButton
        icon="ahead"
        label={t('skipAhead', [formatNumber(ahead)])}
        inside={formatNumber(ahead)}
        shortcut={shortcutOf('soundAhead')}
        class="skip"
        onClick={() => skip(1)}
      />
    </>
  );
}

interface PaceProps {
  label: string;
  value: number;
  onChoose: (pace: number) => void;
}

/** How fast; a value of the reader's own stands among those offered. */
export function PaceSelect({ label, value, onChoose }: PaceProps) {
  const offered = [...new Set([...speeds, value])].sort((a, b) => a - b);
  return (
    <select
      class="pace"
      aria-label={label}
      title={label}
      value={String(value)}
      onChange={(event) => onChoose(Number(event.currentTarget.value))}
    >
      {offered.map((one) => (
        <option key={one} value={String(one)}>
          {`${formatNumber(one)}×`}
        </option>
      ))}
    </select>
  );
}

/** Of the recordings of one feed. */
export function SpeedSelect({ feedId }: { feedId: number }) {
  const choose = (speed: number) => void chooseSpeed(feedId, speed);
  return <PaceSelect label={t('speed')} value={speedOf(feedId)} onChoose={choose} />;
}

/** So many seconds, in words. */
export function skipOptions(value: number): { value: number; label: string }[] {
  const offered = [...new Set([...skips, value])].sort((a, b) => a - b);
  return offered.map((one) => ({ value: one, label: t('seconds', [formatNumber(one)]) }));
}
