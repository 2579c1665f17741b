import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  id: number;
  parent: number;
  name: string;
  command: string;
  cpuSeconds: number;
  megabytes: number;
}

function readProcess(id: number): Process | null {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const command = readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
    const own = /^(?:RssAnon):\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'));
    const [parent = 0, ticks = 0] = [fields[1], (fields[11] ?? 0) + (fields[12] ?? 0)];
    return { id, parent, name, command, cpuSeconds: ticks / 100, megabytes: Number(own?.[1] ?? 0) / 1024 };
  } catch {
    return null; // it has ended meanwhile
  }
}

/** All processes that this one has started, and theirs: the browser. Empty where there is no /proc. */
function browserProcesses(): Process[] {
  let all: Process[] = [];
  try {
    const ids = readdirSync('/proc').map(Number).filter(Boolean);
    all = ids.map(readProcess).filter((one) => one !== null);
  } catch {
    return [];
  }
  const ours = new Set([process.pid]);
  for (let before = 0; before < ours.size; ) {
    before = ours.size;
    for (const one of all) if (ours.has(one.parent)) ours.add(one.id);
  }
  return all.filter((one) => ours.has(one.id) && one.id !== process.pid);
}

/** CPU seconds that the browser has taken so far in all its processes. */
export function browserCpuSeconds(): number {
  return browserProcesses().reduce((sum, one) => sum + one.cpuSeconds, 0);
}

/**
 * Pages that a process has given back and the kernel has not fetched yet, in MB: they stand in what it holds (RSS) until
 * somebody else wants memory. Firefox's allocator gives all back in this way.
 */
function givenBack({ id }: Process): number {
  try {
    const lazy = /^LazyFree:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'));
    return Number(lazy?.[1] ?? 0) / 1024;
  } catch {
    return 0; // it has ended meanwhile, or the kernel does not tell
  }
}

/** Anonymous memory of the process in which the extension runs, background and pages, in MB, without what it has given back. */
export function extensionMegabytes(): number {
  const holds = ({ name, command }: Process) =>
    name.startsWith('WebExtensions') || command.includes('--extension-process');
  return browserProcesses()
    .filter(holds)
    .reduce((sum, one) => sum + one.megabytes - givenBack(one), 0);
}

/** Runs `work`, and gives what it gave with the most MB that were in use meanwhile. */
export async function peakMegabytes<T>(work: () => Promise<T>): Promise<{ most: number; result: T }> {
  let most = 0;
  const look = () => {
    most = Math.max(most, extensionMegabytes());
  };
  const watch = setInterval(look, 250);
  const result = await work();
  clearInterval(watch);
  look();
  return { most, result };
}
