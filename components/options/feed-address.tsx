import { t } from '../../utils/browser/text';
import type { Feed } from '../../utils/model/feed';
import { activeIndex } from '../../utils/schedule/sources';
import { now } from '../shared/clock';
import { IconButton } from '../shared/icon-button';
import { addressWords, shortAddress } from './address-words';
import { moveAddress, removeAddress } from './addresses';

const shortcuts = { up: 'Alt+ArrowUp', down: 'Alt+ArrowDown' };

interface Props {
  feed: Feed;
  at: number;
}

function Buttons({ feed, at }: Props) {
  const url = feed.sources[at]?.url ?? '';
  const name = shortAddress(url);
  const { length } = feed.sources;
  if (length < 2) return null;
  return (
    <div class="address-actions">
      <IconButton
        icon="previous"
        label={t('addressUp', [name])}
        shortcut={shortcuts.up}
        disabled={at === 0}
        onClick={() => moveAddress(feed, url, at - 1)}
      />
      <IconButton
        icon="next"
        label={t('addressDown', [name])}
        shortcut={shortcuts.down}
        disabled={at === length - 1}
        onClick={() => moveAddress(feed, url, at + 1)}
      />
      <IconButton
        icon="trash"
        label={t('addressRemove', [name])}
        onClick={() => void removeAddress(feed, url)}
      />
    </div>
  );
}

/** One of a feed's addresses: what part it plays, what is known of it. Alt with the arrows moves it. */
export function FeedAddress({ feed, at }: Props) {
  const url = feed.sources[at]?.url ?? '';
  const { tone, role, facts } = addressWords(feed, at, now.value);
  const isActive = at === activeIndex(feed);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    const to = at + step;
    if (!event.altKey || step === 0 || to < 0 || to >= feed.sources.length) return;
    event.preventDefault();
    moveAddress(feed, url, to);
  };
  return (
    <li class={isActive ? 'address-row active' : 'address-row'} onKeyDown={onKeyDown}>
      <span class={`address-mark ${tone}`} aria-hidden="true" />
      <div class="address-words">
        <span class="address-url" title={url}>
          {shortAddress(url)}
        </span>
        <span class="address-facts">
          {isActive && <strong>{t('addressInUse')}</strong>}
          {role !== '' && <span>{role}</span>}
          <span class={tone}>{facts}</span>
        </span>
      </div>
      <Buttons feed={feed} at={at} />
    </li>
  );
}
