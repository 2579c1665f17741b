import { useState } from 'preact/hooks';
import { openReader } from '../../utils/browser/tabs';
import { t } from '../../utils/browser/text';
import { type Feed, feedName } from '../../utils/model/feed';
import { readWebUrl } from '../../utils/text/address-url';
import { FeedMark } from '../shared/feed-mark';
import { Icon } from '../shared/icon';
import { IconButton } from '../shared/icon-button';
import { offerOldName, rename } from '../shared/renaming';
import { unsubscribe } from '../shared/unsubscribing';
import { shortAddress } from './address-words';
import { FolderChoice } from './folder-choice';
import { NameForm } from './name-form';

function Name({ feed }: { feed: Feed }) {
  const [editing, setEditing] = useState(false);
  const name = feedName(feed);
  const save = (title: string) => {
    setEditing(false);
    void rename({ kind: 'feed', id: feed.id }, title).then(offerOldName);
  };
  if (editing) return <NameForm name={name} onSave={save} onCancel={() => setEditing(false)} />;
  return (
    <div class="feed-title">
      <FeedMark name={name} feedId={feed.id} />
      <h1 dir="auto">{name}</h1>
      <IconButton icon="edit" label={t('renameFeed', [name])} onClick={() => setEditing(true)} />
    </div>
  );
}

function Site({ feed }: { feed: Feed }) {
  const site = readWebUrl(feed.siteUrl);
  const own = feed.customTitle && feed.title !== feed.customTitle ? feed.title : '';
  return (
    <p class="feed-site quiet">
      {site && (
        <a href={site.href} target="_blank" rel="noreferrer">
          {shortAddress(site.href)}
        </a>
      )}
      {own && <span dir="auto">{t('ownTitle', [own])}</span>}
    </p>
  );
}

/** What the feed is called, where it stands, and the ways to it and away from it. */
export function FeedHead({ feed }: { feed: Feed }) {
  return (
    <header class="feed-head">
      <Name feed={feed} />
      <Site feed={feed} />
      <div class="feed-head-actions">
        <button type="button" class="button" onClick={() => void openReader(`/feed/${feed.id}`)}>
          <Icon name="all" />
          {t('readFeed')}
        </button>
        <FolderChoice feed={feed} />
        <button type="button" class="button" onClick={() => void unsubscribe(feed)}>
          <Icon name="trash" />
          {t('unsubscribe')}
        </button>
      </div>
    </header>
  );
}
