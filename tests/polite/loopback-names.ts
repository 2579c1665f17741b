import dns from 'node:dns';

/**
 * Lets every name under `.example` be this machine, for the running test file: hosts are told apart by their names, and
 * public ones are treated otherwise than loopback. Gives what takes it back.
 */
export function resolveToLoopback(): () => void {
  const { lookup } = dns;
  const resolve = (...given: unknown[]) => {
    const [name, options, then] = given;
    if (!/\.example$/.test(String(name))) return Reflect.apply(lookup, dns, given);
    const done = typeof options === 'function' ? options : then;
    const all = typeof options === 'object' && options !== null && Reflect.get(options, 'all') === true;
    const answer = all ? [[{ address: '127.0.0.1', family: 4 }]] : ['127.0.0.1', 4];
    if (typeof done === 'function') queueMicrotask(() => Reflect.apply(done, null, [null, ...answer]));
  };
  Reflect.set(dns, 'lookup', resolve);
  return () => Reflect.set(dns, 'lookup', lookup);
}
