import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** The section of images with all it knows of proxies, fetched when it is opened. */
export function LazyImages() {
  const [View, setView] = useState<ComponentType | null>(null);
  useEffect(() => {
    void import('./images-section').then(({ ImagesSection }) => setView(() => ImagesSection));
  }, []);
  return View && <View />;
}
