import type { BadgeColor, BadgeMode } from './badge';

export type Theme = 'auto' | 'light' | 'sepia' | 'dark' | 'black';

/** In Chinese, serif is Song and sans is Hei; Kai is the brush-written face, and for other scripts the serif. */
export type ArticleFace = 'serif' | 'sans' | 'system' | 'kai';

export type ArticleWidth = 'narrow' | 'medium' | 'wide';

export type LineSpacing = 'tight' | 'medium' | 'loose';

export const chineseScripts = ['asWritten', 'hans', 'hant'] as const;
export type ChineseScript = (typeof chineseScripts)[number];

/**
 * When an article's images are asked for; 'proxies' means through the reader's proxies alone, 'cached' that none is asked
 * for and only those are shown that were kept.
 */
export const imagePolicies = ['always', 'click', 'proxies', 'cached'] as const;
export type ImagePolicy = (typeof imagePolicies)[number];

/** What a finger does to a row by moving it sideways. */
export type SwipeAct = 'read' | 'star' | 'none';

/** The reader's choices. Kept in storage, which tells every page of a change by itself. */
export interface Settings {
  theme: Theme;
  /** Article text size in px. */
  textSize: number;
  articleFace: ArticleFace;
  articleWidth: ArticleWidth;
  lineSpacing: LineSpacing;
  /** The script in which Chinese is shown. */
  chineseScript: ChineseScript;
  badge: BadgeMode;
  badgeColor: BadgeColor;
  /** Whether articles are told of, of feeds and by rules that ask for it; the permission is asked for when it is turned on. */
  notifications: boolean;
  /** Which sites are asked for at the first subscription. */
  grant: 'site' | 'all';
  markReadOnOpen: boolean;
  swipeRight: SwipeAct;
  swipeLeft: SwipeAct;
  /** The RSSHub instance that makes feeds of sites without any; '' for none. */
  rsshub: string;
  images: ImagePolicy;
  /** Templates of image proxies, first to be tried first; none by default, because a proxy sees every image's address. */
  imageProxies: readonly string[];
  /** The reader's own keys by command; a command that is not named has its usual ones. */
  keys: Readonly<Record<string, readonly string[]>>;
  /** How much room the pictures that are kept for offline reading may take, in millions of bytes. */
  offlineRoom: number;
  /** Whether the last searches are remembered, in this browser. */
  recentSearches: boolean;
  /** Copies of one story are one row, and reading one reads all. */
  joinStories: boolean;
}

export const defaultSettings: Settings = {
  theme: 'auto',
  textSize: 17,
  articleFace: 'serif',
  articleWidth: 'medium',
  lineSpacing: 'medium',
  chineseScript: 'asWritten',
  badge: 'unread',
  badgeColor: 'vermilion',
  notifications: false,
  grant: 'site',
  markReadOnOpen: true,
  swipeRight: 'read',
  swipeLeft: 'star',
  rsshub: 'https://rsshub.app',
  images: 'always',
  imageProxies: [],
  keys: {},
  offlineRoom: 500,
  recentSearches: true,
  joinStories: true,
};
