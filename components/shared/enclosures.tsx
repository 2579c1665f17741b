import { webAddress } from '../../utils/article/web-address';
import { t } from '../../utils/browser/text';
import type { Body, Enclosure } from '../../utils/model/entry';
import { decodePercent, readWebUrl } from '../../utils/text/address-url';
import { calmBidi } from '../../utils/text/bidi';
import { ChainedPicture } from './chained-picture';
import { feedFace } from './feeds-state';
import { Icon } from './icon';
import { Player } from './player';

function fileName(enclosure: Enclosure): string {
  if (enclosure.title) return enclosure.title;
  return (
    calmBidi(decodePercent(readWebUrl(enclosure.url)?.pathname.split('/').at(-1) ?? '').slice(0, 80)) ||
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
  const name = fileName(enclosure);
  if (kind === 'audio') return <Player address={enclosure.url} name={name} />;
  const Film = kind;
  return <Film controls preload="none" src={enclosure.url} aria-label={name} />;
}

function FileLink({ enclosure }: { enclosure: Enclosure }) {
  return (
    <a href={enclosure.url} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
      <Icon name="download" />
      <span>{fileName(enclosure)}</span>
      <span class="quiet">{duration(enclosure.duration)}</span>
    </a>
  );
}

/** Of an article whose text has no picture, those that came with it. One that does not come leaves its words, a button, and its link. */
function Picture({ enclosure, feedId }: { enclosure: Enclosure; feedId: number }) {
  const { privateHosts } = feedFace(feedId);
  const source =
    /^image\/(?!svg)/.test(enclosure.type) && webAddress(enclosure.url, { base: '', privateHosts });
  return source ? <ChainedPicture address={source} words={enclosure.title} feedId={feedId} /> : null;
}

/** What came with the article: pictures to see, recordings to play, other files to fetch. */
export function Enclosures({ body, feedId }: { body: Body; feedId: number }) {
  const shown = body.enclosures.filter(({ url }) => readWebUrl(url) !== null);
  if (shown.length === 0) return null;
  const pictured = /<img\b/i.test(body.html);
  return (
    <section class="enclosures" aria-label={t('enclosures')}>
      <ul>
        {shown.map((enclosure) => (
          <li key={enclosure.url}>
            {!pictured && <Picture enclosure={enclosure} feedId={feedId} />}
            <Media enclosure={enclosure} />
            <FileLink enclosure={enclosure} />
          </li>
        ))}
      </ul>
    </section>
  );
}
