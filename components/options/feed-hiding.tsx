import { useEffect, useMemo, useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import type { Feed } from '../../utils/model/feed';
import { type HidingRule, hidingLimits, noHiding } from '../../utils/model/hiding';
import { removeRule, switchLearned, switchRule } from '../shared/changing-hiding';
import { type Find, learnedPassages, type TriedArticle, tryHiding } from '../shared/hiding-samples';
import { formatNumber } from '../shared/locale';
import { useTried, wayWords } from '../shared/rule-offers';
import { HidingForm } from './hiding-form';
import { HidingRow } from './hiding-row';

type Articles = readonly TriedArticle[] | null;

interface LearnedProps {
  feed: Feed;
  articles: Articles;
  /** The feed's articles are shown with what it repeats. */
  isOff: boolean;
}

function Learned({ feed, articles, isOff }: LearnedProps) {
  const learned = useMemo(() => articles && learnedPassages(articles), [articles]);
  if (!learned) return <div class="strip-skeleton" aria-hidden="true" />;
  const { passages, of } = learned;
  if (of === 0) return <p class="quiet">{t('noArticlesTitle')}</p>;
  if (passages.length === 0) return <p class="quiet">{t('hidingLearnedNone', [formatNumber(of)])}</p>;
  const shown = feed.hiding?.shown ?? [];
  return (
    <>
      {isOff && <p class="quiet">{t('hidingLearnedOff')}</p>}
      <ul class="hidings">
        {passages.map(({ id, words, finds }) => (
          <HidingRow
            key={id}
            name={words || t('picture')}
            kind=""
            on={!isOff && !shown.includes(id)}
            isDisabled={isOff}
            onSwitch={(on) => void switchLearned(feed.id, id, on)}
            finds={finds}
            of={of}
          />
        ))}
      </ul>
    </>
  );
}

function OwnRow({ feedId, rule, articles }: { feedId: number; rule: HidingRule; articles: Articles }) {
  const [finds, setFinds] = useState<readonly Find[] | null>(null);
  useEffect(() => {
    let isOver = false;
    if (articles) void tryHiding(articles, rule, () => isOver).then((found) => found && setFinds(found));
    return () => {
      isOver = true;
    };
  }, [articles, rule.by, rule.what]);
  return (
    <HidingRow
      name={rule.what}
      kind={t(wayWords[rule.by])}
      isCode={rule.by === 'selector'}
      on={!rule.off}
      onSwitch={(on) => void switchRule(feedId, rule, on)}
      onRemove={() => void removeRule(feedId, rule)}
      finds={finds}
      of={articles?.length ?? 0}
    />
  );
}

function Own({ feed, articles }: { feed: Feed; articles: Articles }) {
  const [adding, setAdding] = useState(false);
  const { rules } = feed.hiding ?? noHiding;
  return (
    <>
      {rules.length === 0 && !adding && <p class="quiet">{t('hidingOwnNone')}</p>}
      {rules.length > 0 && (
        <ul class="hidings">
          {rules.map((rule) => (
            <OwnRow key={`${rule.by} ${rule.what}`} feedId={feed.id} rule={rule} articles={articles} />
          ))}
        </ul>
      )}
      {rules.length >= hidingLimits.rules && (
        <p class="quiet">{t('hidingFull', [formatNumber(hidingLimits.rules)])}</p>
      )}
      {adding && <HidingForm feedId={feed.id} articles={articles} onDone={() => setAdding(false)} />}
      {!adding && rules.length < hidingLimits.rules && (
        <button type="button" class="button small" onClick={() => setAdding(true)}>
          {t('hidingAdd')}
        </button>
      )}
    </>
  );
}

/** All that is hidden in a feed's articles: what it repeats, and what the reader's rules mean. */
export function FeedHiding({ feed, isOff }: { feed: Feed; isOff: boolean }) {
  const articles = useTried(feed.id);
  return (
    <section class="feed-part feed-hiding" aria-labelledby="hiding-title">
      <h2 id="hiding-title">{t('hidingTitle')}</h2>
      <p class="part-text">{t('hidingText')}</p>
      <h3>{t('hidingLearned')}</h3>
      <Learned feed={feed} articles={articles} isOff={isOff} />
      <h3>{t('hidingOwn')}</h3>
      <Own feed={feed} articles={articles} />
    </section>
  );
}
