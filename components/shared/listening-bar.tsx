import { t } from '../../utils/browser/text';
import { shortcutOf } from './bindings';
import { chapterNow } from './chapters';
import { ChaptersButton } from './chapters-button';
import { feedFace, feedsById } from './feeds-state';
import { Icon } from './icon';
import { LeaveButton } from './leave-button';
import { type Leave, listening } from './listening-state';
import { formatNumber } from './locale';
import { followSession } from './media-session';
import { failure } from './play-failure';
import { PlayLine, PlayTime, SkipButtons, SpeedSelect } from './play-parts';
import { PopoverButton } from './popover-button';
import { stopAndSay } from './queue-acts';
import { QueueList } from './queue-panel';
import { isSounding, place, play, playing, queue, seek, togglePlay } from './recordings';
import { routeHash } from './route-hash';
import { SleepButton } from './sleep-button';
import { SoundButton, SoundIcon } from './sound-icon';
import { SpeechBar } from './speech-bar';

followSession();

interface Props {
  leave?: Leave | undefined;
}

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
      <small dir="auto" title={failure.value || undefined}>
        {playing.value === 'failed' && now
          ? failure.value || t('playFailedShort')
          : (now && chapterNow.value?.title) || feedFace(shown.feedId).name}
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
  // who speaks to the browser says what is to be seen
  const label = waiting > 0 ? `${t('queueTitle')} ${formatNumber(waiting)}` : t('queueTitle');
  return (
    <PopoverButton icon={icon} label={label} class="queue-panel">
      {() => (
        <>
          <h2>{t('queueTitle')}</h2>
          <QueueList onPlay={(recording) => void play(recording)} />
        </>
      )}
    </PopoverButton>
  );
}

function RecordingBar({ leave }: Props) {
  const sounds = isSounding();
  const { now } = queue.value;
  return (
    <section class="listening" aria-label={t('listening')} data-state={playing.value}>
      <PlayLine
        at={place.value.at}
        length={now ? place.value.length : 0}
        label={t('playPlace')}
        onSeek={seek}
      />
      <SoundButton
        icon={sounds ? 'pause' : 'play'}
        label={t(sounds ? 'pause' : 'play')}
        shortcut={shortcutOf('playOrPause')}
        class="main-play"
        onClick={() => togglePlay()}
      />
      {now && <SkipButtons />}
      <NowTitle />
      {now && <PlayTime {...place.value} />}
      {now && <SpeedSelect feedId={now.feedId} />}
      {now && <ChaptersButton />}
      <SleepButton isSpeech={false} />
      {leave && <LeaveButton leave={leave} />}
      <QueueButton />
      {now && (
        <button
          type="button"
          class="icon-button"
          aria-label={t('stopListening')}
          title={t('stopListening')}
          onClick={stopAndSay}
        >
          <Icon name="close" />
        </button>
      )}
    </section>
  );
}

/** At the foot of the page, whatever article is above: what is heard, or read aloud. */
export function ListeningBar({ leave }: Props) {
  return listening.value === 'speech' ? <SpeechBar leave={leave} /> : <RecordingBar leave={leave} />;
}
