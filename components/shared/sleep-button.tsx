import { type TextKey, t } from '../../utils/browser/text';
import { Icon } from './icon';
import { changeListening, choices } from './listening-choices';
import { formatNumber } from './locale';
import { PopoverButton } from './popover-button';
import { minutesLeft, type Sleep, sleep, sleepAfter, sleepSaid, sleeps, sleepWords } from './sleep-timer';
import { SoundIcon } from './sound-icon';

const words: Partial<Record<Sleep, TextKey>> = { never: 'sleepNever', end: 'sleepEnd' };

function SleepItem({ one, close }: { one: Sleep; close: () => void }) {
  const isNow = sleep.value === one;
  const choose = () => {
    sleepAfter(one);
    close();
  };
  return (
    <button type="button" class="menu-item sleep-item" aria-pressed={isNow} onClick={choose}>
      {words[one] ? t(words[one]) : t('minutes', [formatNumber(Number(one))])}
      {isNow && <Icon name="check" />}
    </button>
  );
}

/** Of reading aloud alone: recordings have their queue. */
export function NextToo() {
  return (
    <label class="check next-too">
      <input
        type="checkbox"
        checked={choices.value.readOn}
        onChange={(event) => changeListening({ readOn: event.currentTarget.checked })}
      />
      {t('readOn')}
    </label>
  );
}

/** When it falls silent by itself, in the bar of what is heard. */
export function SleepButton({ isSpeech }: { isSpeech: boolean }) {
  const isOn = sleep.value !== 'never';
  const left = minutesLeft.value;
  const icon = (
    <>
      <SoundIcon name="moon" />
      {isOn && <span class="queue-count">{left === null ? '·' : formatNumber(left)}</span>}
    </>
  );
  return (
    <>
      <PopoverButton icon={icon} label={isOn ? sleepWords() : t('sleepTimer')} class="menu">
        {(close) => (
          <>
            <p class="menu-title">{t('sleepTimer')}</p>
            {sleeps.map((one) => (
              <SleepItem key={one} one={one} close={close} />
            ))}
            {isSpeech && <NextToo />}
          </>
        )}
      </PopoverButton>
      <span class="visually-hidden" role="status">
        {sleepSaid.value}
      </span>
    </>
  );
}
