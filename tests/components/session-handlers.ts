/** What the page registered with the browser, which asks these when a key of a headset is pressed. Import it before that. */
export const sessionHandlers = new Map<string, MediaSessionActionHandler>();

const { mediaSession } = navigator;
const register = mediaSession.setActionHandler.bind(mediaSession);
mediaSession.setActionHandler = (action, handler) => {
  register(action, handler);
  if (handler) sessionHandlers.set(action, handler);
  else sessionHandlers.delete(action);
};
/** Where the page says that it is. */
export const sessionPlace: { now: MediaPositionState | undefined } = { now: undefined };
const setPosition = mediaSession.setPositionState.bind(mediaSession);
mediaSession.setPositionState = (state) => {
  setPosition(state);
  sessionPlace.now = state;
};

/** As the browser does it. */
export function pressKey(action: MediaSessionAction, more: Partial<MediaSessionActionDetails> = {}): void {
  const handler = sessionHandlers.get(action);
  if (!handler) throw new Error(`nobody listens to ${action}`);
  handler({ action, ...more });
}
