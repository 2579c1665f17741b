import { t } from '../../utils/browser/text';
import { isQueued, type Recording } from '../../utils/listening/queue';
import { heardUpTo, isHeard } from './heard';
import { Icon } from './icon';
import { PlayFailed } from './play-failed';
import { PlayLine, PlayTime, SkipButtons, SpeedSelect } from './play-parts';
import { putInLine, takeOut } from './queue-acts';
import { isHeardNow, isSounding, place, playFrom, playing, queue, seek, togglePlay } from './recordings';
import { SoundIcon } from './sound-icon';

interface Props {
  recording: Recording;
  /** What it is called among others of its article. */
  name: string;
  isOneOfMany: boolean;
}

function PlayButton({ recording, name, isNow }: Omit<Props, 'isOneOfMany'> & { isNow: boolean }) {
  const sounds = isNow && isSounding();
  return (
    <button
      type="button"
      class="play-button"
      aria-label={t(sounds ? 'pauseNamed' : 'playNamed', [name])}
      title={t(sounds ? 'pause' : 'play')}
      onClick={() => togglePlay(recording)}
    >
      <SoundIcon name={sounds ? 'pause' : 'play'} />
    </button>
  );
}

/** Before all others, behind all others, or not any more. */
function QueueButtons({ recording }: { recording: Recording }) {
  if (isQueued(queue.value, recording.address))
    return (
      <button type="button" class="button small" onClick={() => takeOut(recording)}>
        <Icon name="check" />
        {t('queueTakeOut')}
      </button>
    );
  return (
    <>
      <button type="button" class="button small" onClick={() => putInLine(recording, 'first')}>
        <SoundIcon name="playNext" />
        {t('playNext')}
      </button>
      <button type="button" class="button small" onClick={() => putInLine(recording, 'last')}>
        <SoundIcon name="queue" />
        {t('addToQueue')}
      </button>
    </>
  );
}

/** Moves the place; of a recording that is not heard now, by beginning it there. */
function seekIn(recording: Recording, isNow: boolean, seconds: number): void {
  if (isNow) seek(seconds);
  else playFrom(recording, seconds);
}

/** A recording. Nothing of it is asked for before the reader presses play; it sounds on when she goes elsewhere. */
export function Player({ recording, name, isOneOfMany }: Props) {
  const isNow = isHeardNow(recording);
  const at = isNow ? place.value.at : heardUpTo(recording.address);
  const length = isNow ? place.value.length : (recording.length ?? 0);
  return (
    <fieldset class="player" aria-label={name}>
      {isOneOfMany && (
        <p class="player-name" dir="auto">
          {name}
        </p>
      )}
      <div class="player-line">
        <PlayButton recording={recording} name={name} isNow={isNow} />
        <PlayLine
          at={at}
          length={length}
          label={t('playPlace')}
          onSeek={(seconds) => seekIn(recording, isNow, seconds)}
        />
        <PlayTime at={at} length={length} />
      </div>
      <div class="player-tools">
        {isNow && <SkipButtons />}
        {isNow && <SpeedSelect feedId={recording.feedId} />}
        {!isNow && isHeard(recording.address) && (
          <span class="heard">
            <Icon name="check" />
            {t('heardToEnd')}
          </span>
        )}
        {!isNow && <QueueButtons recording={recording} />}
      </div>
      {isNow && playing.value === 'failed' && <PlayFailed address={recording.address} />}
    </fieldset>
  );
}
