import { expect, test } from 'vitest';
import { HostQueue } from '../../utils/actions/host-queue';

/** Runs jobs on the hosts, each a turn of the clock long, and notes the most at once, in all and by host. */
async function run(hosts: string[], limit: number) {
  const queue = new HostQueue({ limit });
  const running: string[] = [];
  const started: string[] = [];
  let most = 0;
  let mostOfHost = 0;
  const job = (host: string) => async () => {
    started.push(host);
    running.push(host);
    most = Math.max(most, running.length);
    mostOfHost = Math.max(mostOfHost, running.filter((other) => other === host).length);
    await new Promise((done) => setTimeout(done, 1));
    running.splice(running.indexOf(host), 1);
    return host;
  };
  const results = await Promise.all(hosts.map((host) => queue.run(host, job(host))));
  return { results, started, most, mostOfHost };
}

test('never more than the limit, and one for each host', async () => {
  const hosts = Array.from({ length: 200 }, (_, i) => `host-${i % 23}`);
  const { results, most, mostOfHost } = await run(hosts, 6);
  expect(results).toEqual(hosts);
  expect(most).toBe(6);
  expect(mostOfHost).toBe(1);
});

test('a busy host lets others pass', async () => {
  const { started } = await run(['a', 'a', 'a', 'b', 'c'], 2);
  expect(started.slice(0, 3)).toEqual(['a', 'b', 'a']);
});

test('a job that fails frees its place', async () => {
  const queue = new HostQueue({ limit: 1 });
  const failed = queue.run('a', () => Promise.reject(new Error('no')));
  const next = queue.run('a', async () => 'yes');
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('yes');
});

test('a host has its rest while others go on', async () => {
  const events: string[] = [];
  const rests: (() => void)[] = [];
  const rest = (host: string) =>
    new Promise<void>((over) => events.push(`${host} rests`) && rests.push(over));
  const queue = new HostQueue({ limit: 2, rest });
  const job = (host: string, name: string) => queue.run(host, async () => void events.push(name));
  const first = job('a', 'a1');
  const second = job('a', 'a2');
  await Promise.all([first, job('b', 'b1')]);
  await job('c', 'c1');
  expect(events).not.toContain('a2');
  expect(events).toContain('a rests');
  for (const over of rests) over();
  await second;
  expect(events).toContain('a2');
});
