import { saveUncleaned } from '../../utils/browser/cleaning-choices';
import { t } from '../../utils/browser/text';
import type { CleanedArticle } from '../../utils/clean/clean-article';
import { feedPageAddress } from './feed-page-link';
import { countWords } from './locale';

interface Props {
  cleaned: CleanedArticle;
  feedId: number;
  /** This article is shown with all that is hidden otherwise. */
  wholeHere: boolean;
  /** The reader wants all of this feed's articles with what it repeats. */
  feedWhole: boolean;
  onWhole: (whole: boolean) => void;
}

function summaryOf({ hidden, articles, own }: CleanedArticle, isShown: boolean): string {
  const found = countWords(isShown ? 'passagesRepeat' : 'passagesHidden', hidden.length);
  const learned = [found, countWords('foundInArticles', articles)];
  return [
    ...(hidden.length > 0 ? learned : []),
    ...(own.length > 0 ? [countWords('passagesOwn', own.length)] : []),
  ].join(' · ');
}

function Press({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <button type="button" class="button small" onClick={onPress}>
      {label}
    </button>
  );
}

/** Takes back a rule that hides something of this article. */
function Own({ cleaned: { own }, feedId }: Pick<Props, 'cleaned' | 'feedId'>) {
  const remove = async (at: number) => {
    const rule = own[at]?.rule;
    if (rule) await (await import('./changing-hiding')).removeRule(feedId, rule);
  };
  return own.map(({ words }, at) => (
    <li key={`own ${at}`} class="own">
      <span dir="auto">{words || t('picture')}</span>
      <Press label={t('showAgain')} onPress={() => void remove(at)} />
    </li>
  ));
}

/** Says what is hidden of an article, by itself or by the reader's rules, shows it, and lets the reader have it back. */
export function CleaningNote(props: Props) {
  const { cleaned, feedId, wholeHere, feedWhole, onWhole } = props;
  const { hidden, own } = cleaned;
  if (hidden.length + own.length === 0) return null;
  return (
    <details class="note cleaning">
      <summary>{summaryOf(cleaned, wholeHere || feedWhole)}</summary>
      <ul>
        {hidden.map((text, index) => (
          <li key={`${index} ${text}`} dir="auto">
            {text || t('picture')}
          </li>
        ))}
        <Own cleaned={cleaned} feedId={feedId} />
      </ul>
      <p>
        {(own.length > 0 || !feedWhole) && (
          <Press label={t(wholeHere ? 'hideHere' : 'showHere')} onPress={() => onWhole(!wholeHere)} />
        )}
        {hidden.length > 0 && (
          <Press
            label={t(feedWhole ? 'hideInFeed' : 'showInFeed')}
            onPress={() => void saveUncleaned(feedId, !feedWhole)}
          />
        )}
        <a href={`${feedPageAddress(feedId)}`} target="_blank" rel="noreferrer">
          {t('hidingAll')}
        </a>
      </p>
    </details>
  );
}
