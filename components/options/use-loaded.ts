import { useEffect, useState } from 'preact/hooks';

/** Time for the changes of a round to come together (ms). */
const restMs = 300;

/**
 * What `load` gives: null before it is there, then the last until there is a newer one. Loaded anew when `key` changes, at
 * once where it is of something else (`of`).
 */
export function useLoaded<T>(load: () => Promise<T>, key: string, of = ''): T | null {
  const [loaded, setLoaded] = useState<{ of: string; value: T } | null>(null);
  const isHere = loaded?.of === of;
  useEffect(() => {
    let current = true;
    const begin = () => {
      load().then(
        (value) => current && setLoaded({ of, value }),
        () => undefined,
      );
    };
    const timer = setTimeout(begin, isHere ? restMs : 0);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key, of]);
  return isHere ? loaded.value : null;
}
