interface Job {
  host: string;
  start: () => Promise<void>;
}

interface Limits {
  /** Jobs at a time, each of another host. */
  limit: number;
  /** Resolves when the host may be asked again; at once without it. */
  rest?: (host: string) => Promise<void>;
}

/**
 * Runs jobs in the order they came, at most `limit` at a time and one for each host: six parallel requests are polite to
 * the web, not to one server. After each a host has its rest, while others go on.
 */
export class HostQueue {
  readonly #waiting: Job[] = [];
  readonly #busyHosts = new Set<string>();
  readonly #limit: number;
  readonly #rest: Limits['rest'];
  #running = 0;

  constructor({ limit, rest }: Limits) {
    this.#limit = limit;
    this.#rest = rest;
  }

  /** Gives what the job gives, when its turn has come. */
  run<T>(host: string, work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ host, start: () => work().then(resolve, reject) });
      this.#startNext();
    });
  }

  #startNext(): void {
    while (this.#running < this.#limit) {
      const next = this.#waiting.findIndex(({ host }) => !this.#busyHosts.has(host));
      const [job] = next < 0 ? [] : this.#waiting.splice(next, 1);
      if (!job) return;
      this.#running++;
      this.#busyHosts.add(job.host);
      void job.start().finally(() => this.#finish(job.host));
    }
  }

  async #finish(host: string): Promise<void> {
    this.#running--;
    const rested = this.#rest?.(host);
    if (rested) {
      this.#startNext();
      await rested.catch(() => undefined);
    }
    this.#busyHosts.delete(host);
    this.#startNext();
  }
}
