import { signal } from '@preact/signals';

export interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'bad';
  action: { label: string; run: () => void } | null;
}

export const toasts = signal<readonly Toast[]>([]);
let lastId = 0;

/** Long enough to read, and to reach the undo button by keyboard. */
const lifetime = { plain: 10_000, bad: 14_000 };

/** Whether the pointer or the keyboard is on what is said: it stays as long as that. */
export const isHeld = signal(false);

const again = 2000;

function expire(id: number, after: number): void {
  setTimeout(() => (isHeld.value ? expire(id, again) : dismissToast(id)), after);
}

/** Says something in passing; a second toast takes the place of the first. */
export function toast(text: string, options: Partial<Pick<Toast, 'tone' | 'action'>> = {}): void {
  const made: Toast = { id: ++lastId, text, tone: options.tone ?? 'plain', action: options.action ?? null };
  toasts.value = [made];
  expire(made.id, lifetime[made.tone]);
}

export function dismissToast(id: number): void {
  toasts.value = toasts.value.filter((one) => one.id !== id);
  isHeld.value = false;
}
