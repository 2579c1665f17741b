import { saveUncleaned } from '../../utils/browser/cleaning-choices';
import { t } from '../../utils/browser/text';
import type { Cleaned } from '../../utils/clean/hide-repeats';
import { countWords } from './locale';

interface Props {
  cleaned: Cleaned;
  feedId: number;
  /** The article is shown with what its feed repeats. */
  whole: boolean;
  /** The reader wants all of this feed's articles whole. */
  feedWhole: boolean;
  onWhole: (whole: boolean) => void;
}

/** Says what is hidden of an article because its feed repeats it, shows it, and lets the reader have it back. */
export function CleaningNote({ cleaned, feedId, whole, feedWhole, onWhole }: Props) {
  const { hidden, articles } = cleaned;
  if (hidden.length === 0) return null;
  const found = countWords(whole ? 'passagesRepeat' : 'passagesHidden', hidden.length);
  return (
    <details class="note cleaning">
      <summary>
        {found} · {countWords('foundInArticles', articles)}
      </summary>
      <ul>
        {hidden.map((text, index) => (
          <li key={`${index} ${text}`} dir="auto">
            {text || t('picture')}
          </li>
        ))}
      </ul>
      <p>
        {!feedWhole && (
          <button type="button" class="button small" onClick={() => onWhole(!whole)}>
            {t(whole ? 'hideHere' : 'showHere')}
          </button>
        )}
        <button type="button" class="button small" onClick={() => void saveUncleaned(feedId, !feedWhole)}>
          {t(feedWhole ? 'hideInFeed' : 'showInFeed')}
        </button>
      </p>
    </details>
  );
}
