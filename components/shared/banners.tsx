import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { getNotices, type Notices, watchNotices } from '../../utils/browser/notices';
import { requestAccess } from '../../utils/browser/permissions';
import { t } from '../../utils/browser/text';
import { feedsWithoutAccess } from './feeds-state';
import { Icon, type IconName } from './icon';
import { countWords } from './locale';
import { perform } from './perform';
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

interface BannerProps {
  icon: IconName;
  tone: 'plain' | 'warn' | 'ok';
  text: string;
  action?: { label: string; run: () => void };
}

function Banner({ icon, tone, text, action }: BannerProps) {
  return (
    <div class={`banner ${tone}`} role="status">
      <Icon name={icon} />
      <span>{text}</span>
      {action && (
        <button type="button" class="link-button" onClick={action.run}>
          {action.label}
        </button>
      )}
    </div>
  );
}

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

function RestoredBanner() {
  useEffect(() => {
    void getNotices().then((found) => {
      notices.value = found;
    });
    return watchNotices((found) => {
      notices.value = found;
    });
  }, []);
  const { restored } = notices.value;
  if (!restored) return null;
  const action = { label: t('dismiss'), run: () => void perform('dismissNotice', { notice: 'restored' }) };
  return <Banner icon="check" tone="ok" text={countWords('restoredFeeds', restored.count)} action={action} />;
}

/** What the reader should know whatever she is doing. */
export function Banners() {
  return (
    <>
      {!online.value && <Banner icon="offline" tone="plain" text={t('offline')} />}
      <PermissionBanner />
      <RestoredBanner />
    </>
  );
}
