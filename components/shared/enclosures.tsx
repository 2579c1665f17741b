import { t } from '../../utils/browser/text';
import type { Enclosure } from '../../utils/model/entry';
import { readWebUrl } from '../../utils/text/address-url';
import { Icon } from './icon';

function fileName(enclosure: Enclosure): string {
  if (enclosure.title) return enclosure.title;
  return (
    decodeURIComponent(readWebUrl(enclosure.url)?.pathname.split('/').at(-1) ?? '').slice(0, 80) ||
    enclosure.url
  );
}

function duration(seconds: number | null): string {
  if (seconds === null) return '';
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  const shown = parts[0] ? parts : parts.slice(1);
  return shown.map((part, index) => (index ? String(part).padStart(2, '0') : String(part))).join(':');
}

/** Nothing of it is asked for before the reader presses play. */
function Media({ enclosure }: { enclosure: Enclosure }) {
  const kind = /^(audio|video)\//.exec(enclosure.type)?.[1];
  if (kind !== 'audio' && kind !== 'video') return null;
  const Player = kind;
  return <Player controls preload="none" src={enclosure.url} aria-label={fileName(enclosure)} />;
}

function EnclosureItem({ enclosure }: { enclosure: Enclosure }) {
  return (
    <li>
      <Media enclosure={enclosure} />
      <a href={enclosure.url} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
        <Icon name="download" />
        <span>{fileName(enclosure)}</span>
        <span class="quiet">{duration(enclosure.duration)}</span>
      </a>
    </li>
  );
}

/** What came with the article: recordings to play, other files to fetch. */
export function Enclosures({ enclosures }: { enclosures: readonly Enclosure[] }) {
  const shown = enclosures.filter(({ url }) => readWebUrl(url) !== null);
  if (shown.length === 0) return null;
  return (
    <section class="enclosures" aria-label={t('enclosures')}>
      <ul>
        {shown.map((enclosure) => (
          <EnclosureItem key={enclosure.url} enclosure={enclosure} />
        ))}
      </ul>
    </section>
  );
}
