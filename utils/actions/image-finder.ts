import { sha256 } from '../archive/manifest';
import {
  type ImageChoice,
  type ImageStep,
  imageSteps,
  isProxied,
  originalAddress,
} from '../article/images/chain';
import type { ArrivedImage } from '../db/store-images';
import type { ImagePolicy, Settings } from '../model/settings';
import { fetchImage } from '../net/fetch-image';
import { isPrivateHost } from '../text/address';
import { readWebUrl } from '../text/address-url';
import { HostQueue } from './host-queue';
import type { World } from './world';

/** Requests at a time, each to another host; and between two to one host. A page would ask for six at once. */
const parallel = 4;
const restMs = 500;
/** Requests without any answer after which a host is left alone for the rest of the round. */
const silences = 2;

/** A picture that came, or why not. */
export type FoundImage = { image: ArrivedImage } | { image: null; isPassing: boolean };

const hostOf = (address: string) => readWebUrl(address)?.host ?? '';

/**
 * What may be asked for a picture that is kept: a feed's being kept is the reader's press on all of its pictures, also where
 * copies alone are shown, but no press takes a picture from a site that she wants to reach through proxies alone. `own`: the
 * feed's own rule.
 */
function choiceFor({ images, imageProxies }: Settings, own: ImagePolicy | undefined): ImageChoice {
  return { policy: (own ?? images) === 'proxies' ? 'proxies' : 'always', proxies: imageProxies };
}

/** Finds pictures by the same ways as a reading page, one request to a host at a time. One for each round. */
export class ImageFinder {
  readonly #queue: HostQueue;
  /** Hosts of pictures by the way that worked. */
  readonly #ways = new Map<string, string>();
  readonly #silent = new Map<string, number>();
  #asked = 0;
  #answered = 0;

  constructor(
    private readonly world: World,
    private readonly settings: Settings,
  ) {
    const rest = async (host: string) => {
      if (!isPrivateHost(host.replace(/:\d+$/, ''))) await world.pause(restMs);
    };
    this.#queue = new HostQueue({ limit: parallel, rest });
  }

  /** Several hosts in a row were silent, and none answered: it is our own network that is down. */
  get isCutOff(): boolean {
    return navigator.onLine === false || (this.#answered === 0 && this.#asked >= 6);
  }

  /** Tries one way after the other. `addresses`: by which articles ask for it, the one to fetch first. */
  async find(
    addresses: readonly string[],
    privateHosts: readonly string[],
    own?: ImagePolicy,
  ): Promise<FoundImage> {
    const [given = ''] = addresses;
    const host = hostOf(originalAddress(given));
    let isPassing = false;
    const steps = imageSteps(given, choiceFor(this.settings, own), { worked: this.#ways.get(host) });
    for (const step of steps.filter(({ via }) => via !== 'cached')) {
      const answer = await this.#queue.run(hostOf(step.address), () => this.#ask(step, privateHosts));
      if (answer.kind === 'image') {
        this.#ways.set(host, step.via);
        return { image: await arrived(addresses, answer, this.world.now()) };
      }
      isPassing ||= answer.isPassing;
    }
    return { image: null, isPassing };
  }

  /** Asked before each request: what the reader lets us do, she may take back while a round runs. */
  async #mayAsk(step: ImageStep): Promise<boolean> {
    if (isProxied(step) && !(await this.world.mayTellProxies())) return false;
    // without permission the request would reach the server, and its answer would be kept from us
    return this.world.hasAccess(step.address);
  }

  async #ask(step: ImageStep, privateHosts: readonly string[]) {
    const { address } = step;
    const host = hostOf(address);
    const unasked = { kind: 'failed', isPassing: true, isSilent: true } as const;
    if ((this.#silent.get(host) ?? 0) >= silences) return unasked;
    if (!(await this.#mayAsk(step))) return { ...unasked, isPassing: false };
    this.#asked++;
    const answer = await fetchImage({ url: address, privateAllowed: privateHosts.includes(host) });
    if (answer.kind === 'failed' && answer.isSilent)
      this.#silent.set(host, (this.#silent.get(host) ?? 0) + 1);
    else this.#answered++;
    return answer;
  }
}

type Answered = Extract<Awaited<ReturnType<typeof fetchImage>>, { kind: 'image' }>;

async function arrived(
  addresses: readonly string[],
  { bytes, type, url }: Answered,
  now: number,
): Promise<ArrivedImage> {
  const all = [...new Set(addresses.flatMap((one) => [one, originalAddress(one)]))];
  const blob = new Blob([bytes], { type });
  return { addresses: all, hash: await sha256(bytes), from: url, fetchedAt: now, blob };
}
