/** What a browser tells of a finger. */
export const touchKinds = ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const;
