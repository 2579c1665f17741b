import { BodySkeleton } from './body-skeleton';
import { lazyView } from './lazy-view';
import { onceListed } from './once-listed';

const load = () => import('./open-article');

/** The list comes first: what shows an article is fetched while the reader looks at it. */
export const LazyArticle = lazyView(async () => (await load()).OpenArticle, <BodySkeleton />);

/** Fetches it and the sanitizer in an idle moment, so that the first article opens as fast as the second. */
export function warmArticle(): void {
  const warm = () => Promise.all([load(), import('../../utils/article/render')]);
  // Where that fails nothing is to be done: both are asked for again when an article is opened.
  onceListed(() => warm().catch(() => undefined));
}
