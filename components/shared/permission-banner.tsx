import { requestAccess } from '../../utils/browser/permissions';
import { t } from '../../utils/browser/text';
import { Banner } from './banner';
import { feedsWithoutAccess } from './feeds-state';
import { countWords } from './locale';
import { refresh } from './refreshing';
import { toast } from './toasts';

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

/** That some feeds wait for the reader's leave, and the button that asks for it. */
export function PermissionBanner() {
  const missing = feedsWithoutAccess.value.length;
  const action = { label: t('grant'), run: grantMissing };
  return <Banner icon="lock" tone="warn" text={countWords('waitForPermission', missing)} action={action} />;
}
