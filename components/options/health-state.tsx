import { Icon } from '../shared/icon';
import type { HealthWords } from './health-words';

/** How a feed fares: told by an icon, a colour and words. */
export function HealthState({ words }: { words: HealthWords }) {
  const { tone, what, facts } = words;
  return (
    <div class={`health-state ${tone}`} title={`${what} ${facts}`.trim()}>
      <strong>
        {(tone === 'warn' || tone === 'bad') && <Icon name="warning" />}
        {tone === 'ok' && <Icon name="check" />}
        {what}
      </strong>
      {facts !== '' && <span>{facts}</span>}
    </div>
  );
}
