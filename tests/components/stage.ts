import { render } from 'preact';
import { afterEach, beforeEach } from 'vitest';
import { toasts } from '../../components/shared/toasts';
import { freshDatabase } from '../db/support';
import { sent } from './extension-stand-in';

/** The element that a file's tests draw into; each begins with it empty, an empty database, and nothing asked for or said. */
export function emptyStage(): HTMLElement {
  const host = document.createElement('main');
  document.body.append(host);
  beforeEach(async () => {
    await freshDatabase();
    sent.length = 0;
    toasts.value = [];
  });
  afterEach(() => render(null, host));
  return host;
}

/** Waits for what effects and the database bring; says what the page shows where it does not come. */
export async function until<T>(look: () => T | null | undefined | false): Promise<T> {
  for (let tries = 0; tries < 400; tries++) {
    const found = look();
    if (found) return found;
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error(`Waited in vain. The page shows: ${document.body.innerText.slice(0, 800)}`);
}
