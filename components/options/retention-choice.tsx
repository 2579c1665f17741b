import { useEffect, useState } from 'preact/hooks';
import { getRetention, saveRetention, watchRetention } from '../../utils/browser/retention';
import { type TextKey, t } from '../../utils/browser/text';
import { defaultRetention, type Retention } from '../../utils/model/retention';
import { Choice } from '../shared/choice';

const spans: readonly { value: string; label: TextKey }[] = [
  { value: '30', label: 'keep30' },
  { value: '90', label: 'keep90' },
  { value: '365', label: 'keepYear' },
  { value: 'always', label: 'keepAlways' },
];

const daysOf = (value: string) => (value === 'always' ? null : Number(value));
const options = () => spans.map(({ value, label }) => ({ value, label: t(label) }));

/** How long articles that were read are kept. */
export function RetentionChoice() {
  const [retention, setRetention] = useState<Retention>(defaultRetention);
  useEffect(() => {
    void getRetention().then(setRetention, () => undefined);
    return watchRetention(setRetention);
  }, []);
  const change = (changed: Partial<Retention>) => {
    const next = { ...retention, ...changed };
    setRetention(next);
    void saveRetention(next);
  };
  return (
    <section class="archive-part">
      <h2>{t('keepTitle')}</h2>
      <p class="lead">{t('keepText')}</p>
      <Choice
        legend={t('keepBodies')}
        value={String(retention.bodyDays ?? 'always')}
        options={options()}
        onChoose={(value) => change({ bodyDays: daysOf(value) })}
      />
      <Choice
        legend={t('keepRead')}
        value={String(retention.rowDays ?? 'always')}
        options={options()}
        onChoose={(value) => change({ rowDays: daysOf(value) })}
      />
    </section>
  );
}
