/** Sends what pages before this one could not; what does so is loaded where something is left. */
export async function sendLeftMarks(): Promise<void> {
  if (Object.keys(localStorage).some((key) => /^(?:mark|change):/.test(key)))
    await (await import('./left-behind')).sendLeft().catch(() => undefined);
}
