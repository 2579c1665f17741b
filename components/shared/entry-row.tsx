import { useState } from 'preact/hooks';
import { textLanguage } from '../../utils/article/language';
import type { Entry } from '../../utils/model/entry';
import { inScript } from './chinese';
import { FeedMark } from './feed-mark';
import { feedFace } from './feeds-state';
import { firstAddress, keepsPlace } from './image-choice';
import { lazyView } from './lazy-view';
import { RowChoice } from './row-choice';
import { type RowPlace, RowView } from './row-view';
import { wordsBelow } from './row-words';

const AlsoIn = lazyView(async () => (await import('./also-in')).AlsoInRow);

/** The lead picture. Where it does not come, its feed's mark stands faintly in its place, so that nothing moves. */
function Thumb({ given, feedId }: { given: string; feedId: number }) {
  const [failed, setFailed] = useState('');
  if (!keepsPlace(given, feedId)) return null;
  const src = firstAddress(given, feedId);
  if (src === null) return <span class="thumb" />;
  if (src === failed)
    return (
      <span class="thumb gone">
        <FeedMark name={feedFace(feedId).name} feedId={feedId} />
      </span>
    );
  return (
    <span class="thumb">
      <img
        key={src}
        src={src}
        alt=""
        loading="lazy"
        decoding="async"
        referrerpolicy="no-referrer"
        onError={() => setFailed(src)}
      />
    </span>
  );
}

/** One article in a list, by what is known of its feed and by what the reader wants of its script and pictures. */
export function EntryRow({ entry, ...at }: RowPlace & { entry: Entry }) {
  const { name, language } = feedFace(entry.feedId);
  const written = textLanguage(entry.title, language);
  const title = inScript(entry.title, written, entry.feedId);
  return (
    <RowView
      {...at}
      entry={entry}
      feed={name}
      title={title.text}
      below={inScript(wordsBelow(entry), written, entry.feedId).text}
      language={title.language}
      choice={<RowChoice id={entry.id} titleId={`title-${entry.id}`} />}
    >
      {entry.story && <AlsoIn entry={entry} />}
      {entry.image && <Thumb given={entry.image} feedId={entry.feedId} />}
    </RowView>
  );
}
