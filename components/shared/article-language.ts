import { useEffect, useState } from 'preact/hooks';
import { textLanguage } from '../../utils/article/language';
import { detectLanguage } from '../../utils/browser/detect-language';
import type { Body, Entry } from '../../utils/model/entry';
import { htmlToText } from '../../utils/text/html-text';

/** Characters by which a language is told. */
const sample = 1000;

/**
 * The language to set an article in: by its script, else as its feed declares it (`declared`), else as the browser takes it
 * for. '' until that is known, and where nobody knows.
 */
export function useArticleLanguage(entry: Entry, body: Body | null, declared: string): string {
  const [detected, setDetected] = useState<{ of: number; language: string } | null>(null);
  const known = textLanguage(`${entry.title} ${entry.snippet}`, declared);
  useEffect(() => {
    if (known !== '' || !body) return;
    let current = true;
    const text = `${entry.title}. ${htmlToText(body.html, sample)}`;
    void detectLanguage(text).then(
      (language) => current && setDetected({ of: entry.id, language: textLanguage(text, language) }),
    );
    return () => {
      current = false;
    };
  }, [known, body, entry.id]);
  return known || (detected?.of === entry.id ? detected.language : '');
}
