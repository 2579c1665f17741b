import type { Recording } from '../../utils/listening/queue';
import { isSameFile } from '../../utils/listening/same-file';
import type { Body } from '../../utils/model/entry';
import { readWebUrl } from '../../utils/text/address-url';
import { feedFace } from './feeds-state';
import { type Owner, ofArticle, recordingsOf } from './recordings-of';

/** The first of a sound's addresses whose kind this browser may play; the first of all where it knows none of them. */
function addressOf(audio: HTMLAudioElement): string {
  const own = audio.getAttribute('src');
  if (own) return own;
  const sources = [...audio.querySelectorAll<HTMLSourceElement>('source[src]')];
  const known = sources.find(({ type }) => type === '' || audio.canPlayType(type) !== '');
  return (known ?? sources[0])?.getAttribute('src') ?? '';
}

/** Sounds in an article's text that the sanitizer let through, and what is heard of them, in their order. */
export function recordingsIn(text: ParentNode, owner: Owner): [HTMLAudioElement, Recording][] {
  return [...text.querySelectorAll('audio')]
    .map((audio): [HTMLAudioElement, Recording] => [
      audio,
      { address: addressOf(audio), length: null, ...ofArticle(owner) },
    ])
    .filter(([, { address }]) => readWebUrl(address) !== null);
}

/** Whether they are one recording. */
export function isSameRecording(a: Recording, b: Recording): boolean {
  return isSameFile(a.address, b.address);
}

/** All that is to be heard of an article: what came with it, then what stands in its text. */
export async function recordingsWith(body: Body, owner: Owner): Promise<Recording[]> {
  const came = recordingsOf(body, owner);
  if (!/<audio\b/i.test(body.html)) return came;
  const { privateHosts } = feedFace(owner.feedId);
  const { renderBody } = await import('../../utils/article/render');
  const { content } = renderBody(body.html, { base: body.base, privateHosts });
  const others = recordingsIn(content, owner).map(([, recording]) => recording);
  return [...came, ...others.filter((one) => !came.some((other) => isSameRecording(one, other)))];
}
