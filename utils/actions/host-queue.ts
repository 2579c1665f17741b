interface Job {
  host: string;
  start: () => Promise<void>;
}

/**
 * Runs jobs in the order they came, at most `limit` at a time and one for each host: six parallel requests are polite to
 * the web, not to one server.
 */
export class HostQueue {
  readonly #waiting: Job[] = [];
  readonly #busyHosts = new Set<string>();

  constructor(private readonly limit: number) {}

  /** Gives what the job gives, when its turn has come. */
  run<T>(host: string, work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ host, start: () => work().then(resolve, reject) });
      this.#startNext();
    });
  }

  #startNext(): void {
    while (this.#busyHosts.size < this.limit) {
      const next = this.#waiting.findIndex(({ host }) => !this.#busyHosts.has(host));
      const [job] = next < 0 ? [] : this.#waiting.splice(next, 1);
      if (!job) return;
      this.#busyHosts.add(job.host);
      void job.start().finally(() => {
        this.#busyHosts.delete(job.host);
        this.#startNext();
      });
    }
  }
}
