import { useEffect, useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import type { HidingRule } from '../../utils/model/hiding';
import { type Find, type TriedArticle, tryHiding } from './hiding-samples';
import { formatNumber } from './locale';

const mostShown = 8;
/** Typing rests for so long before a rule is tried (ms). */
const restMs = 250;

/** In how many articles something is hidden, and in which; opened by the reader. */
export function Finds({ finds, of }: { finds: readonly Find[]; of: number }) {
  if (finds.length === 0) return <p class="quiet">{t('hidesNowhere', [formatNumber(of)])}</p>;
  return (
    <details class="finds">
      <summary>{t('hidesIn', [formatNumber(finds.length), formatNumber(of)])}</summary>
      <ul>
        {finds.slice(0, mostShown).map(({ title, words }, at) => (
          <li key={`${at} ${title}`}>
            <span dir="auto">{title || t('untitled')}</span>
            <q dir="auto">{words || t('picture')}</q>
          </li>
        ))}
        {finds.length > mostShown && (
          <li class="quiet">{t('hidesMore', [formatNumber(finds.length - mostShown)])}</li>
        )}
      </ul>
    </details>
  );
}

/** What a rule would hide, looked up while it is written; `articles` is null while they are read. */
export function RuleFinds({
  articles,
  rule,
}: {
  articles: readonly TriedArticle[] | null;
  rule: HidingRule;
}) {
  const [finds, setFinds] = useState<readonly Find[] | null>(null);
  useEffect(() => {
    let isOver = false;
    setFinds(null);
    const look = async () => {
      const found = await tryHiding(articles ?? [], rule, () => isOver);
      if (found) setFinds(found);
    };
    const timer = setTimeout(() => void look(), restMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [articles, rule.by, rule.what]);
  return (
    <div role="status">
      {articles && finds ? (
        <Finds finds={finds} of={articles.length} />
      ) : (
        <p class="quiet">{t('hidesTrying')}</p>
      )}
    </div>
  );
}
