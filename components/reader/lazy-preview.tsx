import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

const view = signal<ComponentType | null>(null);

/** Loaded when it is asked for: most pages of the reader never are a preview. */
export function LazyPreview() {
  useEffect(() => {
    void import('./preview').then(({ Preview }) => {
      view.value = Preview;
    });
  }, []);
  const View = view.value;
  return View && <View />;
}
