import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';

type Dialog = ComponentType<{ onClose: () => void }>;
const dialog = signal<Dialog | null>(null);

/** Loaded when it is asked for: few press `?` on any day. */
export async function showKeys(): Promise<void> {
  const { KeysDialog } = await import('./keys-dialog');
  dialog.value = KeysDialog;
}

export function KeysHelp() {
  const Shown = dialog.value;
  if (Shown === null) return null;
  return (
    <Shown
      onClose={() => {
        dialog.value = null;
      }}
    />
  );
}
