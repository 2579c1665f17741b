import { readValue, watchValue, writeValue } from './stored-value';

/** Something that was done while no page was there to offer its undoing. */
export interface UndoOffer {
  undoId: number;
  changed: number;
  at: number;
}

const key = 'undoOffer';

function offerFrom(value: unknown): UndoOffer | null {
  const own = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  const [undoId, changed, at] = ['undoId', 'changed', 'at'].map((name) => own.get(name));
  const isOffer = typeof undoId === 'number' && typeof changed === 'number' && typeof at === 'number';
  return isOffer ? { undoId, changed, at } : null;
}

/** Kept as long as the browser runs; null once it was taken or shown. */
export async function saveUndoOffer(offer: UndoOffer | null): Promise<void> {
  await writeValue('session', key, offer);
}

export async function getUndoOffer(): Promise<UndoOffer | null> {
  return offerFrom(await readValue('session', key));
}

/** Calls back when there is a new one; gives the function that stops it. */
export function watchUndoOffer(onOffer: (offer: UndoOffer) => void): () => void {
  return watchValue('session', key, (value) => {
    const offer = offerFrom(value);
    if (offer) onOffer(offer);
  });
}
