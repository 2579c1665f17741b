import { webAddress } from '../../utils/article/web-address';
import { t } from '../../utils/browser/text';
import type { Body, Enclosure } from '../../utils/model/entry';
import { decodePercent, readWebUrl } from '../../utils/text/address-url';
import { calmBidi } from '../../utils/text/bidi';
import { ChainedPicture } from './chained-picture';
import { feedFace } from './feeds-state';
import { Icon } from './icon';
import { lazyView } from './lazy-view';
import { loadListening } from './load-listening';
import { playTime } from './play-time';
import { type Owner, recordingsOf } from './recordings-of';

const Player = lazyView(async () => (await loadListening()).Player);

/** Feeds name no captions with their films: there is no track to offer. */
const Film = 'video';

function fileName(enclosure: Enclosure): string {
  if (enclosure.title) return enclosure.title;
  return (
    calmBidi(decodePercent(readWebUrl(enclosure.url)?.pathname.split('/').at(-1) ?? '').slice(0, 80)) ||
    enclosure.url
  );
}

/** Nothing of it is asked for before the reader presses play. */
function Media({ enclosure }: { enclosure: Enclosure }) {
  if (!enclosure.type.startsWith('video/')) return null;
  return <Film controls preload="none" src={enclosure.url} aria-label={fileName(enclosure)} />;
}

/** What is to be heard stands before the text, as its reader came for it. */
export function Recordings({ body, owner }: { body: Body; owner: Owner }) {
  const found = recordingsOf(body, owner);
  if (found.length === 0) return null;
  const named = new Map(body.enclosures.map((one) => [one.url, fileName(one)]));
  return (
    <div class="recordings">
      {found.map((recording) => (
        <Player
          key={recording.address}
          recording={recording}
          name={named.get(recording.address) ?? recording.title}
          isOneOfMany={found.length > 1}
        />
      ))}
    </div>
  );
}

function FileLink({ enclosure }: { enclosure: Enclosure }) {
  return (
    <a href={enclosure.url} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
      <Icon name="download" />
      <span>{fileName(enclosure)}</span>
      <span class="quiet">{enclosure.duration === null ? '' : playTime(enclosure.duration)}</span>
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

/** What came with the article: pictures to see, films, and files to fetch. */
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
