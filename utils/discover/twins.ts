import { readWebUrl } from '../text/address-url';

/** Hosts that serve the same feeds under the same paths. */
const twinHosts: readonly (readonly string[])[] = [
  ['feedx.net', 'feedx.site'],
  ['rsshub.app', 'rsshub.rssforever.com', 'rsshub.ktachibana.party', 'rss.shab.fun'],
];

/** Front ends that give YouTube's channel feeds under `/feed/channel/<id>`. */
const videoFrontEnds: readonly string[] = ['yewtu.be', 'invidious.nerdvpn.de'];

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
  const channel = onYoutube ? url.searchParams.get('channel_id') : path;
  if (!channel || !/^[\w-]+$/.test(channel)) return [];
  return [youtube + channel, ...videoFrontEnds.map((host) => `https://${host}/feed/channel/${channel}`)];
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
