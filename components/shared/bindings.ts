import { computed } from '@preact/signals';
import { bindingsWith, type Command, shortcutName } from './keymap';
import { settings } from './settings-state';

/** The keys that hold now. */
export const bindings = computed(() => bindingsWith(settings.value.keys));

/** The keys that do it now, the first before the others; none where the reader took them away. */
export function keysOf(command: Command): readonly string[] {
  return bindings.value.find((one) => one.command === command)?.keys ?? [];
}

/** The key that does it now, as buttons name it; undefined where none does. */
export function shortcutOf(command: Command): string | undefined {
  return shortcutName(keysOf(command));
}
