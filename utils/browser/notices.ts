import { readValue, watchValue, writeValue } from './stored-value';

/** Something the reader must be told once: it stays until she has dismissed it, whatever page she opens. */
export interface Notices {
  /** The database had lost this many subscriptions; they were taken from the mirror. */
  restored?: { count: number };
}

const key = 'notices';

function noticesFrom(stored: unknown): Notices {
  const own = new Map(typeof stored === 'object' && stored !== null ? Object.entries(stored) : []);
  const count: unknown = own.get('restored')?.count;
  return typeof count === 'number' ? { restored: { count } } : {};
}

export async function getNotices(): Promise<Notices> {
  return noticesFrom(await readValue('local', key));
}

export async function tell(notice: Notices): Promise<void> {
  await writeValue('local', key, { ...(await getNotices()), ...notice });
}

export async function dismiss(notice: keyof Notices): Promise<void> {
  const notices = await getNotices();
  delete notices[notice];
  await writeValue('local', key, notices);
}

/** Calls back when notices come or go; gives the function that stops it. */
export function watchNotices(onChange: (notices: Notices) => void): () => void {
  return watchValue('local', key, (value) => onChange(noticesFrom(value)));
}
