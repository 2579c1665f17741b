import { computed } from '@preact/signals';
import { bindingsWith } from './keymap';
import { settings } from './settings-state';

/** The keys that hold now. */
export const bindings = computed(() => bindingsWith(settings.value.keys));
