import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { shortcutOf } from './bindings';
import { Icon } from './icon';
import { IconButton } from './icon-button';
import { KeepSearch } from './keep-search';
import { PopoverButton } from './popover-button';
import { rememberSearch } from './recent-searches';
import { route } from './route';
import { SearchHelp } from './search-help';
import { expectSearch } from './search-list';
import { showFinds } from './search-marks';
import { SearchNote } from './search-note';
import { leaveSearch, searchFor, searchText, searchWish } from './search-state';

/** Letters of one word come faster than anyone reads what they find. */
const pauseMs = 40;

function toFirstRow(): void {
  document.querySelector<HTMLElement>('[role=feed] [data-entry-id]')?.focus();
}

function onKey(event: KeyboardEvent): void {
  // the input method's own Enter and Escape
  if (event.isComposing) return;
  if (event.key === 'Escape') leaveSearch();
  else if (event.key === 'Enter' || event.key === 'ArrowDown') {
    if (event.key === 'Enter') rememberSearch();
    toFirstRow();
  } else return;
  event.preventDefault();
}

function SearchInput() {
  const input = useRef<HTMLInputElement>(null);
  const sent = useRef('');
  const timer = useRef(0);
  const text = searchText.value ?? '';
  const wish = searchWish.value;
  useEffect(() => {
    if (input.current && text !== sent.current) input.current.value = text;
    sent.current = text;
  }, [text]);
  useEffect(() => {
    if (wish > 0) input.current?.select();
    return () => clearTimeout(timer.current);
  }, [wish]);
  const onInput = (event: InputEvent | CompositionEvent) => {
    // half a word of an input method is no word
    if ('isComposing' in event && event.isComposing) return;
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      sent.current = input.current?.value ?? '';
      searchFor(sent.current);
    }, pauseMs);
  };
  return (
    <input
      ref={input}
      type="search"
      aria-label={t('search')}
      placeholder={t('searchPlaceholder')}
      enterkeyhint="search"
      autocomplete="off"
      autocapitalize="off"
      spellcheck={false}
      dir="auto"
      onInput={onInput}
      onCompositionEnd={onInput}
      onKeyDown={onKey}
    />
  );
}

/** The box that is searched with, and what there is to say of what it found. */
export function SearchBar() {
  useEffect(showFinds, []);
  useEffect(expectSearch, []);
  const text = searchText.value;
  const isOpen = text !== null && route.value.entryId !== null;
  useEffect(() => {
    if (isOpen) rememberSearch();
  }, [isOpen]);
  return (
    <search class="search">
      <div class="search-box">
        <Icon name="search" />
        <SearchInput />
        <KeepSearch />
        {(text ?? '').trim() !== '' && (
          // before that, the list's place says it
          <PopoverButton icon="help" label={t('searchHelp')}>
            {() => <SearchHelp />}
          </PopoverButton>
        )}
        <IconButton
          icon="close"
          label={t('searchLeave')}
          shortcut={shortcutOf('back')}
          onClick={() => leaveSearch()}
        />
      </div>
      <SearchNote />
    </search>
  );
}
