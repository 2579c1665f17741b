import type { Change } from './protocol';

const channelName = 'broadsheet';

let outgoing: BroadcastChannel | undefined;

/** Tells every open page of a change. Nobody needs to listen. */
export function announce(change: Change): void {
  outgoing ??= new BroadcastChannel(channelName);
  outgoing.postMessage(change);
}

/** Calls back for each change that the background announces; gives the function that stops it. */
export function watchChanges(onChange: (change: Change) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = (event: MessageEvent<Change>) => onChange(event.data);
  return () => channel.close();
}
