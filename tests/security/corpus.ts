import { expandMatrix, type Pattern, type Vector } from './matrix';

const committed = import.meta.glob<Vector[]>(
  ['../fixtures/vectors/*/*.json', '!../fixtures/vectors/own/matrix.json'],
  { eager: true, import: 'default' },
);
const patterns = import.meta.glob<Pattern[]>('../fixtures/vectors/own/matrix.json', {
  eager: true,
  import: 'default',
});
/** Collections that are not ours to pass on; laid there by hand for one run. */
const visiting = import.meta.glob<Vector[]>('../../.output/vectors/*.json', {
  eager: true,
  import: 'default',
  exhaustive: true,
});

/** Every vector, in an order that never changes. */
export const corpus: Vector[] = [
  ...Object.values(committed).flat(),
  ...Object.values(patterns).flatMap(expandMatrix),
  ...Object.values(visiting).flat(),
];

/** Every n-th vector such that at least `count` are left; the whole corpus when that is asked for. */
export function sample(count: number): Vector[] {
  const step = Math.max(1, Math.floor(corpus.length / count));
  return corpus.filter((_, index) => index % step === 0);
}

const visitors = new Set(Object.values(visiting).flat());

/** Whether a vector comes from a collection that is not part of the repository. */
export const isVisiting = (vector: Vector) => visitors.has(vector);
