import { useEffect, useState } from 'preact/hooks';
import { type TextKey, t } from '../../utils/browser/text';
import { offerRules, type Picked } from '../../utils/clean/offer-rules';
import type { HidingRule } from '../../utils/model/hiding';
import { addRule } from './changing-hiding';
import { RuleFinds } from './hiding-finds';
import { loadTried, type TriedArticle } from './hiding-samples';

export const wayWords: Record<HidingRule['by'], TextKey> = {
  text: 'ruleByText',
  words: 'ruleByWords',
  selector: 'ruleBySelector',
};

/** A feed's articles to try rules on; null while they are read. */
export function useTried(feedId: number): readonly TriedArticle[] | null {
  const [articles, setArticles] = useState<readonly TriedArticle[] | null>(null);
  useEffect(() => {
    let current = true;
    const take = (read: readonly TriedArticle[]) => current && setArticles(read);
    loadTried(feedId).then(take, () => take([]));
    return () => {
      current = false;
    };
  }, [feedId]);
  return articles;
}

interface Props {
  feedId: number;
  /** The article's HTML, as it is shown before rules. */
  html: string;
  picked: Picked;
  onOther: () => void;
  onDone: () => void;
}

function Offer({ rule, on, choose }: { rule: HidingRule; on: boolean; choose: () => void }) {
  return (
    <label class="offer">
      <input type="radio" name="hiding-offer" checked={on} onChange={choose} />
      <span>{t(wayWords[rule.by])}</span>
      {rule.by === 'selector' ? <code>{rule.what}</code> : <q dir="auto">{rule.what}</q>}
    </label>
  );
}

/** How what was pointed at may be hidden, and what that would hide elsewhere. */
export function RuleOffers({ feedId, html, picked, onOther, onDone }: Props) {
  const articles = useTried(feedId);
  const [offers] = useState(() => offerRules(html, picked));
  const [at, setAt] = useState(0);
  const rule = offers[at];
  const hide = async (chosen: HidingRule) => {
    if (await addRule(feedId, chosen)) onDone();
  };
  return (
    <>
      {offers.map((offer, place) => (
        <Offer key={offer.what} rule={offer} on={place === at} choose={() => setAt(place)} />
      ))}
      {rule ? <RuleFinds articles={articles} rule={rule} /> : <p role="alert">{t('pickNothing')}</p>}
      <p class="pick-buttons">
        {rule && (
          <button type="button" class="button primary small" onClick={() => void hide(rule)}>
            {t('hideThis')}
          </button>
        )}
        <button type="button" class="button small" onClick={onOther}>
          {t('pickOther')}
        </button>
        <button type="button" class="button small" onClick={onDone}>
          {t('cancel')}
        </button>
      </p>
    </>
  );
}
