import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { SettingName } from '../../utils/backup/settings-file';
import { lazyView } from '../shared/lazy-view';
import { place } from './place';

const Reset = lazyView(async () => (await import('./setting-reset')).SettingReset);

interface Props {
  /** As the address of the options names it after the section. */
  id: string;
  /** The settings that it shows. */
  names?: readonly SettingName[];
  children: ComponentChildren;
}

const focusable = 'button, input, select, textarea, a[href]';

/** A setting in its place: the address can name it, and it can be set back to what it usually is. */
export function Setting({ id, names = [], children }: Props) {
  const own = useRef<HTMLDivElement>(null);
  const aimedAt = place.value.part === id;
  useEffect(() => {
    if (!aimedAt) return;
    own.current?.scrollIntoView({ block: 'center' });
    own.current?.querySelector<HTMLElement>(focusable)?.focus({ preventScroll: true });
  }, [aimedAt]);
  return (
    <div ref={own} class={aimedAt ? 'setting aimed-at' : 'setting'} data-setting={id}>
      {children}
      {names.length > 0 && <Reset names={names} />}
    </div>
  );
}
