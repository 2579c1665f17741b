import { type Feed, feedName, privateHosts } from './feed';
import type { Hiding } from './hiding';
import type { ChineseScript, ImagePolicy } from './settings';

/** What a row shows of its feed. */
export interface FeedFace {
  name: string;
  language: string;
  /** `host:port` of its addresses in the reader's own network, which she typed herself: its pictures may be shown. */
  privateHosts: string[];
  /** When its images are asked for; null where that is as for all feeds. */
  images: ImagePolicy | null;
  /** The script of its Chinese, and what is hidden of its articles; null where that is as for all feeds. */
  script: ChineseScript | null;
  hiding: Hiding | null;
}

export function faceOf(feed: Feed): FeedFace {
  return {
    name: feedName(feed),
    language: feed.language,
    privateHosts: privateHosts(feed),
    images: feed.images ?? null,
    script: feed.chineseScript ?? null,
    hiding: feed.hiding ?? null,
  };
}
