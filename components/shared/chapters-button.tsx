import { t } from '../../utils/browser/text';
import { chapterNow, chapters } from './chapters';
import { playTime } from './play-time';
import { PopoverButton } from './popover-button';
import { play, seek } from './recordings';
import { SoundIcon } from './sound-icon';

/** The chapters of what is heard, each a way there. */
export function ChaptersButton() {
  if (chapters.value.length === 0) return null;
  return (
    <span class="chapters-way">
      <PopoverButton icon={<SoundIcon name="chapters" />} label={t('chapters')} class="queue-panel">
        {(close) => (
          <>
            <h2>{t('chapters')}</h2>
            <ol class="chapters">
              {chapters.value.map((chapter) => (
                <li key={`${chapter.seconds} ${chapter.title}`}>
                  <button
                    type="button"
                    class="chapter"
                    aria-current={chapter === chapterNow.value ? 'true' : undefined}
                    onClick={() => {
                      seek(chapter.seconds);
                      void play();
                      close();
                    }}
                  >
                    <span dir="auto">{chapter.title}</span>
                    <span class="play-time quiet">{playTime(chapter.seconds)}</span>
                  </button>
                </li>
              ))}
            </ol>
          </>
        )}
      </PopoverButton>
    </span>
  );
}
