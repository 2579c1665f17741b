import { Fragment } from 'preact';
import { t } from '../../utils/browser/text';
import type { Entry } from '../../utils/model/entry';
import { useCopies } from './copies-state';
import { feedFace } from './feeds-state';
import { uiLanguage } from './locale';
import { routeHash } from './route-hash';

/** Of a feed with several copies its name is said once. */
function nameOf(copy: Entry): string {
  return feedFace(copy.feedId).name;
}

/** In a row: which other feeds bring the same story. */
export function AlsoInRow({ entry }: { entry: Entry }) {
  const names = [...new Set(useCopies(entry).map(nameOf))];
  if (names.length === 0) return null;
  const list = new Intl.ListFormat(uiLanguage(), { type: 'unit' }).format(names);
  return (
    <p class="also-in" dir="auto">
      {t('alsoIn', [list])}
    </p>
  );
}

/** In the article: the ways to the copies of its story. */
export function AlsoIn({ entry }: { entry: Entry }) {
  const copies = useCopies(entry);
  if (copies.length === 0) return null;
  return (
    <p class="also-in">
      <span>{t('alsoInLabel')}</span>{' '}
      {copies.map((copy, at) => (
        <Fragment key={copy.id}>
          {at > 0 && ' · '}
          <a href={routeHash({ scope: { kind: 'feed', id: copy.feedId }, entryId: copy.id })}>
            <bdi>{nameOf(copy)}</bdi>
          </a>
        </Fragment>
      ))}
    </p>
  );
}
