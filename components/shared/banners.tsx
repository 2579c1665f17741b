import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { getNotices, type Notices, watchNotices } from '../../utils/browser/notices';
import { t } from '../../utils/browser/text';
import { Banner } from './banner';
import { feedsWithoutAccess } from './feeds-state';
import { lazyView } from './lazy-view';

const online = signal(navigator.onLine);
window.addEventListener('online', () => {
  online.value = true;
});
window.addEventListener('offline', () => {
  online.value = false;
});

const notices = signal<Notices>({});

const PermissionBanner = lazyView(async () => (await import('./permission-banner')).PermissionBanner);

/** Told so rarely that its words are fetched when there is something to tell. */
const NoticesTold = lazyView(async () => (await import('./notice-banners')).NoticesTold);

function NoticeBanners() {
  useEffect(() => {
    const take = (found: Notices) => {
      notices.value = found;
    };
    void getNotices().then(take);
    return watchNotices(take);
  }, []);
  const isAny = Object.keys(notices.value).length > 0;
  return isAny ? <NoticesTold notices={notices.value} /> : null;
}

/** What the reader should know whatever she is doing; always there, so that a screen reader hears what comes. */
export function Banners() {
  return (
    <div role="status" aria-atomic={false}>
      {!online.value && <Banner icon="offline" tone="plain" text={t('offline')} />}
      {feedsWithoutAccess.value.length > 0 && <PermissionBanner />}
      <NoticeBanners />
    </div>
  );
}
