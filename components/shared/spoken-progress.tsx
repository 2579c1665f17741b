import { useEffect, useState } from 'preact/hooks';
import { uiLanguage } from './locale';

interface Props {
  label: string;
  /** Between 0 and 1; null while nothing goes on. */
  share: number | null;
}

/** Each quarter of the way in words that are read out: more would be in the way of reading. */
export function SpokenProgress({ label, share }: Props) {
  const [said, setSaid] = useState('');
  const quarter = share === null ? null : Math.floor(Math.min(1, share) * 4) / 4;
  // a place is heard only of what comes into it after it is there
  useEffect(() => {
    const percent = new Intl.NumberFormat(uiLanguage(), { style: 'percent' });
    setSaid(quarter === null ? '' : `${label} ${percent.format(quarter)}`);
  }, [label, quarter]);
  return (
    <span class="visually-hidden" role="status">
      {said}
    </span>
  );
}
