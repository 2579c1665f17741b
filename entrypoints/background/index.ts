import { defineBackground } from 'wxt/utils/define-background';
import { browserStarted } from '../../utils/actions/browser-started';
import { extensionWorld } from '../../utils/actions/extension-world';
import { markOpened } from '../../utils/actions/mark-opened';
import { poll } from '../../utils/actions/poll';
import { showBadge } from '../../utils/actions/show-badge';
import { startUp } from '../../utils/actions/start-up';
import { watchAlarms } from '../../utils/browser/alarms';
import { watchCommands } from '../../utils/browser/commands';
import { watchBrowserStart, watchOnline, watchStart } from '../../utils/browser/lifecycle';
import { showMenu, watchMenu } from '../../utils/browser/menus';
import { type ToldOf, watchNotifications } from '../../utils/browser/notification-clicks';
import { watchAccess } from '../../utils/browser/permissions';
import { watchSettings } from '../../utils/browser/settings';
import { openReader } from '../../utils/browser/tabs';
import { serve, serveWords } from '../../utils/messages/serve';
import { serveAddressBar } from './address-bar';
import { handlersAtHand } from './at-hand';
import { keepArrived } from './keep-arrived';
import { withFollowers } from './with-followers';

/** Listeners come first and at once: an event that wakes the worker is given to those of its first turn alone. */
export default defineBackground({
  type: { firefox: 'module' },
  main() {
    const world = withFollowers(extensionWorld);
    const start = () => startUp(world);
    /** Nobody waits for what an event begins: what goes wrong is in the rows, and the next alarm tries again. */
    const begin = (work: () => Promise<unknown>) => () =>
      void start()
        .then(work)
        .catch(() => undefined);
    const handlers = handlersAtHand(world);
    serve(handlers, start);
    serveWords(handlers, start);
    serveAddressBar(world, start);
    const tidyUp = async () => (await import('./tidy-up')).tidyUp(world);
    watchAlarms(
      begin(() =>
        poll(world)
          .then(tidyUp)
          .finally(() => keepArrived(world)),
      ),
    );
    watchAccess(begin(async () => (await import('../../utils/actions/access-changed')).accessChanged(world)));
    watchSettings(begin(() => showBadge(world)));
    watchStart(begin(() => Promise.all([showBadge(world), showMenu()])));
    watchBrowserStart(begin(() => browserStarted(world)));
    watchOnline(begin(async () => (await import('../../utils/actions/back-online')).backOnline(world)));
    const openTold = ({ kind, id }: ToldOf) => {
      void openReader(kind === 'list' ? `/told/${id}` : `/unread/entry/${id}`);
      if (kind === 'entry') begin(() => markOpened(world, id))();
    };
    watchNotifications(openTold);
    watchAccess(() => watchNotifications(openTold));
    watchMenu((chosen) =>
      begin(async () => (await import('../../utils/actions/by-menu')).byMenu(world, chosen))(),
    );
    watchCommands((command) =>
      begin(async () => {
        await world.expectChange();
        await (await import('../../utils/actions/by-command')).byCommand(world, command);
      })(),
    );
    begin(() => showBadge(world).then(() => world.followUp()))();
  },
});
