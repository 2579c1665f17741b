import { t } from '../../utils/browser/text';
import { feedFace, feedsById } from './feeds-state';
import { Icon } from './icon';
import { listening } from './listening-state';
import { formatNumber } from './locale';
import { followSession } from './media-session';
import { PlayLine, PlayTime, SkipButtons, SpeedSelect } from './play-parts';
import { PopoverButton } from './popover-button';
import { QueueList, SleepSelect } from './queue-panel';
import { isSounding, place, play, playing, queue, seek, stop, togglePlay } from './recordings';
import { routeHash } from './route-hash';
import { SoundButton, SoundIcon } from './sound-icon';
import { SpeechBar } from './speech-bar';

followSession();

/** What is heard, as the way to its article. */
function NowTitle() {
  const { now, next } = queue.value;
  const shown = now ?? next[0];
  if (!shown) return null;
  const title = shown.title || t('untitled');
  const isThere = shown.entryId !== null && feedsById.value.has(shown.feedId);
  const href = routeHash({ scope: { kind: 'feed', id: shown.feedId }, entryId: shown.entryId });
  return (
    <div class="now-title">
      {isThere ? (
        <a href={href} dir="auto">
          {title}
        </a>
      ) : (
        <span dir="auto">{title}</span>
      )}
      <small dir="auto">
        {playing.value === 'failed' && now ? t('playFailedShort') : feedFace(shown.feedId).name}
      </small>
    </div>
  );
}

function QueueButton() {
  const waiting = queue.value.next.length;
  const icon = (
    <>
      <SoundIcon name="queue" />
      {waiting > 0 && <span class="queue-count">{formatNumber(waiting)}</span>}
    </>
  );
  return (
    <PopoverButton icon={icon} label={t('queueTitle')} class="queue-panel">
      {() => (
        <>
          <h2>{t('queueTitle')}</h2>
          <QueueList onPlay={(recording) => void play(recording)} />
          <SleepSelect />
        </>
      )}
    </PopoverButton>
  );
}

function RecordingBar() {
  const sounds = isSounding();
  return (
    <section class="listening" aria-label={t('listening')} data-state={playing.value}>
      <PlayLine
        at={place.value.at}
        length={queue.value.now ? place.value.length : 0}
        label={t('playPlace')}
        onSeek={seek}
      />
      <SoundButton
        icon={sounds ? 'pause' : 'play'}
        label={t(sounds ? 'pause' : 'play')}
        shortcut="Shift+L"
        class="main-play"
        onClick={() => togglePlay()}
      />
      {queue.value.now && <SkipButtons />}
      <NowTitle />
      {queue.value.now && <PlayTime {...place.value} />}
      {queue.value.now && <SpeedSelect />}
      <QueueButton />
      {queue.value.now && (
        <button
          type="button"
          class="icon-button"
          aria-label={t('stopListening')}
          title={t('stopListening')}
          onClick={stop}
        >
          <Icon name="close" />
        </button>
      )}
    </section>
  );
}

/** At the foot of the page, whatever article is above: what is heard, or read aloud. */
export function ListeningBar() {
  return listening.value === 'speech' ? <SpeechBar /> : <RecordingBar />;
}
