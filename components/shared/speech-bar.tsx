import { openOptions } from '../../utils/browser/tabs';
import { type TextKey, t } from '../../utils/browser/text';
import { shortcutOf } from './bindings';
import { Icon } from './icon';
import { LeaveButton } from './leave-button';
import { changeListening, choices } from './listening-choices';
import type { Leave } from './listening-state';
import { formatNumber, uiLanguage } from './locale';
import { PaceSelect } from './play-parts';
import {
  type Silence,
  type Speech,
  silence,
  speech,
  stepReading,
  stopReading,
  toggleReading,
} from './reading-aloud';
import { SleepButton } from './sleep-button';
import { SoundButton } from './sound-icon';
import { canMark } from './spoken-marks';
import { languageName } from './voice-words';

const reasons: Record<Silence['why'], TextKey> = {
  'no-voices': 'speechNoVoices',
  'no-voice-for': 'speechNoVoiceFor',
  'only-remote': 'speechOnlyRemote',
  'voice-failed': 'speechFailed',
  refused: 'speechRefused',
  'no-text': 'speechNoText',
};

function CloseButton() {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={t('speechStop')}
      title={t('speechStop')}
      onClick={() => stopReading()}
    >
      <Icon name="close" />
    </button>
  );
}

/** Why nothing is heard, and what can be done about it. */
function SilenceBar({ why, language }: Silence) {
  return (
    <section class="listening silent" aria-label={t('readAloud')}>
      <p role="alert">{t(reasons[why], [languageName(language || uiLanguage())])}</p>
      {why !== 'no-text' && why !== 'refused' && (
        <button type="button" class="button small" onClick={() => void openOptions('listening')}>
          {t('speechSettings')}
        </button>
      )}
      <CloseButton />
    </section>
  );
}

function Steps({ now }: { now: Speech }) {
  const sounds = now.status !== 'paused';
  return (
    <>
      <SoundButton
        icon="before"
        label={t('sentenceBefore')}
        shortcut={shortcutOf('soundBack')}
        class="skip-back"
        onClick={() => stepReading(-1)}
      />
      <SoundButton
        icon={sounds ? 'pause' : 'play'}
        label={t(sounds ? 'pause' : 'goOn')}
        shortcut={shortcutOf('readAloud')}
        class="main-play"
        onClick={toggleReading}
      />
      <SoundButton
        icon="after"
        label={t('sentenceAfter')}
        shortcut={shortcutOf('soundAhead')}
        onClick={() => stepReading(1)}
      />
    </>
  );
}

/** What is read aloud, and the ways through it. */
export function SpeechBar({ leave }: { leave?: Leave | undefined }) {
  const now = speech.value;
  if (!now) return silence.value && <SilenceBar {...silence.value} />;
  const { rate } = choices.value;
  const shown = canMark ? now.title : (now.all[now.at]?.text ?? '');
  return (
    <section class="listening" aria-label={t('readAloud')} data-state={now.status}>
      <progress class="speech-line" max={now.all.length} value={now.at} aria-label={t('playPlace')} />
      <Steps now={now} />
      <div class="now-title">
        <span dir="auto">{shown || t('untitled')}</span>
        <small dir="auto">{now.voice ? now.voice.name : t('speechWaiting')}</small>
      </div>
      <span class="play-time">
        {t('sentenceOf', [formatNumber(now.at + 1), formatNumber(now.all.length)])}
      </span>
      <PaceSelect
        label={t('speechRate')}
        value={rate}
        onChoose={(chosen) => changeListening({ rate: chosen })}
      />
      <SleepButton isSpeech />
      {leave && <LeaveButton leave={leave} />}
      <CloseButton />
    </section>
  );
}
