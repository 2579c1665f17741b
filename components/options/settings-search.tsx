import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { Icon } from '../shared/icon';
import { IconButton } from '../shared/icon-button';
import { leaveSettingsSearch, settingsQuery } from './settings-query';

const typing = 'input, textarea, select, dialog, .key-capture';

/** Brings the keyboard to the field by the key that searches articles too. */
function useSlash(input: { current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isElsewhere = event.target instanceof Element && event.target.closest(typing);
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isElsewhere) return;
      event.preventDefault();
      input.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [input]);
}

function onKey(event: KeyboardEvent): void {
  // the input method's own keys
  if (event.isComposing) return;
  if (event.key === 'Escape' && settingsQuery.value !== '') leaveSettingsSearch();
  else if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('.found-setting a')?.focus();
  else if (event.key === 'Enter') document.querySelector<HTMLElement>('.found-setting a')?.click();
  else return;
  event.preventDefault();
}

/** The field that settings are found with. */
export function SettingsSearch() {
  const input = useRef<HTMLInputElement>(null);
  useSlash(input);
  const query = settingsQuery.value;
  const clear = () => {
    leaveSettingsSearch();
    input.current?.focus();
  };
  return (
    <search class="settings-search">
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        aria-label={t('searchSettings')}
        placeholder={t('searchSettings')}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        value={query}
        onInput={(event) => {
          settingsQuery.value = event.currentTarget.value;
        }}
        onKeyDown={onKey}
      />
      {query !== '' && <IconButton icon="close" label={t('clearSearch')} onClick={clear} />}
    </search>
  );
}
