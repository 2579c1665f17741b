/** What a publisher had embedded, as we offer it. */
export interface Embed {
  service: string;
  /** Its own page, to be opened in a tab. */
  page: string;
  /** What a press shows in the article; null where there is only the page. */
  player: string | null;
  /** Of the player in CSS px; null for the shape of a film. */
  height: number | null;
}

/** One service: the exact hosts of its frames, and what their addresses name. */
export interface EmbedRule {
  service: string;
  hosts: readonly string[];
  /** The only place that its player is ever asked from; null for services that are linked to. */
  origin: string | null;
  /** null for addresses of these hosts that name nothing. Paths begin with a slash and are ours but for checked ids. */
  read: (url: URL) => Named | null;
}

interface Named {
  page: string;
  /** Path and query at `origin`. */
  player?: string;
  height?: number;
}

const youtubeId = /^[\w-]{11}$/;

function youtube({ pathname, searchParams }: URL): Named | null {
  const id = /^\/(?:embed|v)\/([^/]+)\/?$/.exec(pathname)?.[1] ?? '';
  const list = searchParams.get('list') ?? '';
  if (id === 'videoseries' && /^[\w-]{10,50}$/.test(list)) {
    return {
      page: `https://www.youtube.com/playlist?list=${list}`,
      player: `/embed/videoseries?list=${list}&autoplay=1`,
    };
  }
  if (!youtubeId.test(id)) return null;
  const start = /^\d{1,6}$/.exec(searchParams.get('start') ?? '')?.[0];
  return {
    page: `https://www.youtube.com/watch?v=${id}${start ? `&t=${start}s` : ''}`,
    player: `/embed/${id}?autoplay=1${start ? `&start=${start}` : ''}`,
  };
}

function bilibili({ searchParams }: URL): Named | null {
  const bvid = /^BV[\da-zA-Z]{10}$/.exec(searchParams.get('bvid') ?? '')?.[0];
  const aid = /^\d{1,16}$/.exec(searchParams.get('aid') ?? '')?.[0];
  const part = /^\d{1,4}$/.exec(searchParams.get('p') ?? searchParams.get('page') ?? '')?.[0] ?? '1';
  if (!bvid && !aid) return null;
  const name = bvid ? `bvid=${bvid}` : `aid=${aid}`;
  return {
    page: `https://www.bilibili.com/video/${bvid ?? `av${aid}`}?p=${part}`,
    player: `/player.html?isOutside=true&${name}&p=${part}&autoplay=1`,
  };
}

function vimeo({ pathname, searchParams }: URL): Named | null {
  const id = /^\/video\/(\d{1,12})\/?$/.exec(pathname)?.[1];
  const hash = /^[\da-f]{6,20}$/.exec(searchParams.get('h') ?? '')?.[0];
  if (!id) return null;
  return {
    page: `https://vimeo.com/${id}${hash ? `/${hash}` : ''}`,
    player: `/video/${id}?dnt=1&autoplay=1${hash ? `&h=${hash}` : ''}`,
  };
}

function spotify({ pathname }: URL): Named | null {
  const named =
    /^\/embed(?:-podcast)?\/(album|artist|episode|playlist|show|track)\/([\da-zA-Z]{22})\/?$/.exec(pathname);
  if (!named) return null;
  const [, kind = '', id = ''] = named;
  const isShort = kind === 'track' || kind === 'episode';
  return {
    page: `https://open.spotify.com/${kind}/${id}`,
    player: `/embed/${kind}/${id}`,
    height: isShort ? 152 : 352,
  };
}

function soundcloud({ searchParams }: URL): Named | null {
  const inner = /^https?:\/\/(api\.|www\.)?soundcloud\.com(\/[\w:/%-]{1,200})$/.exec(
    searchParams.get('url') ?? '',
  );
  if (!inner) return null;
  const [, host = '', path = ''] = inner;
  const isApi = host === 'api.';
  if (isApi && !/^\/(?:tracks|playlists|users)\/[\w:%]{1,60}$/.test(path)) return null;
  const address = encodeURIComponent(`https://${isApi ? 'api.' : ''}soundcloud.com${path}`);
  const player = `/player/?url=${address}&auto_play=true`;
  const page = isApi ? `https://w.soundcloud.com/player/?url=${address}` : `https://soundcloud.com${path}`;
  return { page, player, height: path.includes('/playlists/') ? 300 : 166 };
}

function bandcamp({ pathname }: URL): Named | null {
  const [, rest = ''] = /^\/EmbeddedPlayer(?:\.html)?\/(.*)$/.exec(pathname) ?? [];
  const names = rest.split('/').filter((part) => /^(?:album|track)=\d{1,12}$/.test(part));
  if (names.length === 0 || names.length > 2) return null;
  const player = `/EmbeddedPlayer/${names.join('/')}/size=large/tracklist=false/artwork=small/`;
  return { page: `https://bandcamp.com${player}`, player, height: 120 };
}

function twitter({ searchParams }: URL): Named | null {
  const id = /^\d{1,20}$/.exec(searchParams.get('id') ?? '')?.[0];
  return id ? { page: `https://x.com/i/status/${id}` } : null;
}

function weibo({ host, pathname, search }: URL): Named | null {
  return /^\/[\w/.:-]{2,100}$/.test(pathname) ? { page: `https://${host}${pathname}${search}` } : null;
}

/** Exact hosts: neither what ends nor what begins like one of them is taken for it (REQ-13). */
export const embedRules: readonly EmbedRule[] = [
  {
    service: 'YouTube',
    hosts: ['www.youtube.com', 'youtube.com', 'www.youtube-nocookie.com', 'youtube-nocookie.com'],
    origin: 'https://www.youtube-nocookie.com',
    read: youtube,
  },
  {
    service: 'Bilibili',
    hosts: ['player.bilibili.com', 'www.bilibili.com'],
    origin: 'https://player.bilibili.com',
    read: bilibili,
  },
  { service: 'Vimeo', hosts: ['player.vimeo.com'], origin: 'https://player.vimeo.com', read: vimeo },
  { service: 'Spotify', hosts: ['open.spotify.com'], origin: 'https://open.spotify.com', read: spotify },
  {
    service: 'SoundCloud',
    hosts: ['w.soundcloud.com'],
    origin: 'https://w.soundcloud.com',
    read: soundcloud,
  },
  { service: 'Bandcamp', hosts: ['bandcamp.com'], origin: 'https://bandcamp.com', read: bandcamp },
  { service: 'X', hosts: ['platform.twitter.com', 'platform.x.com'], origin: null, read: twitter },
  {
    service: 'Weibo',
    hosts: ['card.weibo.com', 'video.weibo.com', 'weibo.com', 'www.weibo.com', 'm.weibo.cn'],
    origin: null,
    read: weibo,
  },
];

/** All that the policy of our pages lets a frame ask for. */
export const playerOrigins: readonly string[] = embedRules.flatMap(({ origin }) => origin ?? []);
