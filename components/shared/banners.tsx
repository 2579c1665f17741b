import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { getNotices, type Notices, watchNotices } from '../../utils/browser/notices';
import { requestAccess } from '../../utils/browser/permissions';
import { t } from '../../utils/browser/text';
import { Banner } from './banner';
import { feedsWithoutAccess } from './feeds-state';
import { lazyView } from './lazy-view';
import { countWords } from './locale';
import { refresh } from './refreshing';
import { toast } from './toasts';

const online = signal(navigator.onLine);
window.addEventListener('online', () => {
  online.value = true;
});
window.addEventListener('offline', () => {
  online.value = false;
});

const notices = signal<Notices>({});

/** Asked for straight in the click: browsers refuse it after the first await. */
function grantMissing(): void {
  const waiting = feedsWithoutAccess.value;
  const origins = waiting.flatMap(({ problem }) =>
    problem?.kind === 'permission-missing' ? problem.origins : [],
  );
  void requestAccess([...new Set(origins)]).then((granted) => {
    if (granted) void refresh(waiting.map((feed) => feed.id));
    else toast(t('permissionDenied'));
  });
}

function PermissionBanner() {
  const missing = feedsWithoutAccess.value.length;
  if (missing === 0) return null;
  const action = { label: t('grant'), run: grantMissing };
  return <Banner icon="lock" tone="warn" text={countWords('waitForPermission', missing)} action={action} />;
}

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

/** What the reader should know whatever she is doing. */
export function Banners() {
  return (
    <>
      {!online.value && <Banner icon="offline" tone="plain" text={t('offline')} />}
      <PermissionBanner />
      <NoticeBanners />
    </>
  );
}
