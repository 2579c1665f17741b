import { signal } from '@preact/signals';

/** What is looked for among the settings; '' while a section is shown. */
export const settingsQuery = signal('');

/** Back to the section. */
export function leaveSettingsSearch(): void {
  settingsQuery.value = '';
}

window.addEventListener('hashchange', leaveSettingsSearch);
