import type { parts } from './listening-parts';

/** All that sounds, fetched with the first use; whoever has it knows what waits, and where it was left. */
export async function loadListening(): Promise<typeof parts> {
  const loaded = await import('./listening-parts');
  await loaded.queueKnown;
  return loaded.parts;
}
