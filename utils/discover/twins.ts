import { readWebUrl } from '../text/address-url';

/**
 * Hosts that serve the same feeds under the same paths. feedx names both of its own in the footer of its articles;
 * instances of RSSHub as v2fly/domain-list-community keeps them (data/rsshub-3rd), those that other readers fall back to.
 */
const twinHosts: readonly (readonly string[])[] = [
  ['feedx.net', 'feedx.site'],
  ['rsshub.app', 'rsshub.rssforever.com', 'rsshub.ktachibana.party', 'hub.slarker.me', 'rss.owo.nz'],
];

/** Instances of Invidious (docs.invidious.io/instances), which give YouTube's channel feeds under `/feed/channel/<id>`. */
const videoFrontEnds: readonly string[] = ['yewtu.be', 'inv.nadeko.net', 'invidious.nerdvpn.de'];

/** The official instance of Piped: a channel's feed is where its button for feeds leads. */
const piped = 'https://pipedapi.kavin.rocks/feed/unauthenticated/rss?channels=';

const youtube = 'https://www.youtube.com/feeds/videos.xml?channel_id=';

function withHost(url: URL, host: string): string {
  const twin = new URL(url);
  twin.protocol = 'https:';
  twin.hostname = host;
  return twin.href;
}

function videoTwins(url: URL): string[] {
  const onYoutube = /(?:^|\.)youtube\.com$/.test(url.hostname) && url.pathname === '/feeds/videos.xml';
  const onFrontEnd = videoFrontEnds.includes(url.hostname);
  const path = onFrontEnd ? /^\/feed\/channel\/([\w-]+)$/.exec(url.pathname)?.[1] : null;
  const onPiped = url.href.startsWith(piped) ? url.searchParams.get('channels') : null;
  const channel = onYoutube ? url.searchParams.get('channel_id') : (path ?? onPiped);
  if (!channel || !/^[\w-]+$/.test(channel)) return [];
  const frontEnds = videoFrontEnds.map((host) => `https://${host}/feed/channel/${channel}`);
  return [youtube + channel, ...frontEnds, piped + channel];
}

/** The same address with the other scheme and with or without `www.`. */
function dresses(url: URL): string[] {
  const other = new URL(url);
  other.protocol = url.protocol === 'https:' ? 'http:' : 'https:';
  const bare = url.hostname.replace(/^www\./, '');
  const labels = bare.split('.').length;
  const hosts = url.hostname !== bare ? [bare] : labels === 2 ? [`www.${bare}`] : [];
  return [other.href, ...hosts.map((host) => withHost(url, host))];
}

/**
 * Other addresses at which the same feed may stand, likeliest first: known mirrors, instances and front ends, then the
 * other scheme and `www.`. None has been asked; [] for what is no web address, or one with a port.
 */
export function twinAddresses(address: string): string[] {
  const url = readWebUrl(address);
  if (url?.port !== '') return [];
  const bare = url.hostname.replace(/^www\./, '');
  const mirrors = twinHosts
    .filter((hosts) => hosts.includes(bare))
    .flatMap((hosts) => hosts.filter((host) => host !== bare).map((host) => withHost(url, host)));
  const twins = [...mirrors, ...videoTwins(url), ...dresses(url)];
  return [...new Set(twins)].filter((twin) => twin !== url.href);
}
