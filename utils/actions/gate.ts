/** Runs the work when there is room for it, and gives what it gives. */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>;

/** For who needs to wait for nobody. */
export const openGate: Gate = (work) => work();

/** Lets so many works run at a time; the others wait in the order they came. */
export function gateFor(limit: number): Gate {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= limit) await new Promise<void>((pass) => waiting.push(pass));
    else running++;
    try {
      return await work();
    } finally {
      const pass = waiting.shift();
      if (pass) pass();
      else running--;
    }
  };
}
