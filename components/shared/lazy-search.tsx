import { lazyView } from './lazy-view';

/** What a search looks with: fetched at the first one. */
export const LazySearchBar = lazyView(async () => (await import('./search-bar')).SearchBar);
export const LazySearchEmpty = lazyView(async () => (await import('./search-help')).SearchEmpty);
