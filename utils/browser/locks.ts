/**
 * Runs the work as the one poll of this browser profile; null when another context has the lock. The browser frees it
 * when its owner dies (Web Locks).
 */
export async function withPollLock<T>(work: () => Promise<T>): Promise<T | null> {
  return navigator.locks.request('poll', { ifAvailable: true }, async (lock) => (lock ? work() : null));
}
