const channelName = 'broadsheet-reading';

let outgoing: BroadcastChannel | undefined;

/** Tells the background that a page is about to read what its reader waits for. */
export function tellReading(): void {
  outgoing ??= new BroadcastChannel(channelName);
  outgoing.postMessage(null);
}

/** Calls back each time that a page reads; gives the function that stops it. */
export function watchReading(onReading: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = onReading;
  return () => channel.close();
}
