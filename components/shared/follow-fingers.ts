import { touchKinds } from './touch-kinds';

/** What fingers do is fetched when the first one comes, and told what that one did meanwhile. */
export function followFingers(list: HTMLElement): void {
  const early: TouchEvent[] = [];
  const note = (event: TouchEvent) => {
    if (early.push(event) > 1) return;
    void import('./swipes').then(({ followSwipes }) => {
      for (const kind of touchKinds) list.removeEventListener(kind, note);
      followSwipes(list, early);
    });
  };
  for (const kind of touchKinds) list.addEventListener(kind, note, { passive: true });
}
