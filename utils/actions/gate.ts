/** Runs the work when there is room for it, and gives what it gives. */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>;

/** For who needs to wait for nobody. */
export const openGate: Gate = (work) => work();

/** Lets so many works run at a time; the others wait in the order they came. */
export function gateFor(limit: number): Gate {
  const gate = weighingGate(limit);
  return (work) => gate(1, work);
}

/** Runs the work when there is room for its weight. */
export type WeighingGate = <T>(weight: number, work: () => Promise<T>) => Promise<T>;

/** Lets works run that weigh no more than `limit` together, and one that is heavier alone; the others wait in the order they came. */
export function weighingGate(limit: number): WeighingGate {
  const waiting: { weight: number; pass: () => void }[] = [];
  let load = 0;
  const letIn = () => {
    for (let next = waiting[0]; next && (load === 0 || load + next.weight <= limit); next = waiting[0]) {
      waiting.shift();
      load += next.weight;
      next.pass();
    }
  };
  return async (weight, work) => {
    await new Promise<void>((pass) => {
      waiting.push({ weight, pass });
      letIn();
    });
    try {
      return await work();
    } finally {
      load -= weight;
      letIn();
    }
  };
}
