import { saveRetention } from '../../utils/browser/retention';
import { t } from '../../utils/browser/text';
import type { Retention } from '../../utils/model/retention';
import { RetentionRules } from './retention-rules';
import { useRetention } from './use-retention';

/** How long articles are kept, and how many. */
export function RetentionChoice() {
  const [retention, setRetention] = useRetention();
  const change = (changed: Partial<Retention>) => {
    const next = { ...retention, ...changed };
    setRetention(next);
    void saveRetention(next);
  };
  return (
    <section class="archive-part">
      <h2>{t('keepTitle')}</h2>
      <p class="lead">{t('keepText')}</p>
      <RetentionRules base={retention} own={retention} inherits={false} onChange={change} />
    </section>
  );
}
