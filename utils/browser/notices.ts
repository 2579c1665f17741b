import { readValue, watchValue, writeValue } from './stored-value';

/** Something the reader must be told once: it stays until she has dismissed it, whatever page she opens. */
export interface Notices {
  /** The database had lost this many subscriptions; they were taken from the mirror. */
  restored?: { count: number };
  /** So many feeds had wrong counts, which were put right. */
  repaired?: { count: number };
  /** The disk was full at that time (ms): since then texts are missing. */
  full?: { at: number };
}

const key = 'notices';

function noticesFrom(stored: unknown): Notices {
  const own = new Map(typeof stored === 'object' && stored !== null ? Object.entries(stored) : []);
  const numberOf = (name: keyof Notices, field: string): number | null => {
    const value: unknown = own.get(name)?.[field];
    return typeof value === 'number' ? value : null;
  };
  const [restored, repaired] = [numberOf('restored', 'count'), numberOf('repaired', 'count')];
  const full = numberOf('full', 'at');
  return {
    ...(restored !== null && { restored: { count: restored } }),
    ...(repaired !== null && { repaired: { count: repaired } }),
    ...(full !== null && { full: { at: full } }),
  };
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
