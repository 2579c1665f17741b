import { expect, test } from 'vitest';
import {
  firstRequest,
  type ImageCase,
  type ImageChoice,
  imageSteps,
} from '../../../utils/article/images/chain';
import type { ImagePolicy } from '../../../utils/model/settings';

const one = `https://one.test/?url=\${href_ue}`;
const two = `https://two.test/\${host}\${pathname}`;
const own = 'https://a.example/p/x.jpg';
const throughOne = `https://one.test/?url=${encodeURIComponent(own)}`;
const throughTwo = 'https://two.test/a.example/p/x.jpg';
const wsrv = 'https://wsrv.nl/?url=a.example/p/x.jpg';
/** Stands for the copy that was kept. */
const copy = 'a copy';
const choose = (policy: ImagePolicy, ...proxies: string[]): ImageChoice => ({ policy, proxies });

const table: [title: string, given: string, choice: ImageChoice, one: ImageCase, addresses: string[]][] = [
  ['its own site', own, choose('always'), {}, [own, copy]],
  ['then the proxies in order', own, choose('always', two, one), {}, [own, copy, throughTwo, throughOne]],
  ['a proxied one unwrapped first', wsrv, choose('always', one), {}, [own, wsrv, copy, throughOne]],
  [
    'WordPress, too',
    'https://i2.wp.com/a.example/p/x.jpg?w=300&ssl=1',
    choose('always'),
    {},
    [own, 'https://i2.wp.com/a.example/p/x.jpg?w=300&ssl=1', copy],
  ],
  [
    'what worked comes first',
    own,
    choose('always', one, two),
    { worked: two },
    [throughTwo, own, copy, throughOne],
  ],
  ['the given one, where that worked', wsrv, choose('always'), { worked: 'given' }, [wsrv, own, copy]],
  [
    'what worked, but is no longer wanted',
    own,
    choose('always', one),
    { worked: two },
    [own, copy, throughOne],
  ],
  ['on click: nothing before', wsrv, choose('click', one), { worked: 'given' }, [copy]],
  ['on click: everything after', own, choose('click', one), { asked: true }, [own, copy, throughOne]],
  ['proxies only', wsrv, choose('proxies', one, two), {}, [copy, throughOne, throughTwo]],
  ['proxies only, of which there are none', own, choose('proxies'), {}, [copy]],
  [
    'proxies only, own site remembered',
    own,
    choose('proxies', one),
    { worked: 'original' },
    [copy, throughOne],
  ],
  [
    'proxies only, and the button pressed',
    wsrv,
    choose('proxies', one),
    { asked: true },
    [copy, throughOne, own, wsrv],
  ],
  ['only copies', own, choose('cached', one), { asked: true, worked: one }, [copy]],
  ['a copy is no way to remember', own, choose('always', one), { worked: 'cached' }, [own, copy, throughOne]],
  ['a key is told to no proxy', `${own}?token=1`, choose('always', one), {}, [`${own}?token=1`, copy]],
  ['nor through proxies only', `${own}?Signature=1`, choose('proxies', one), {}, [copy]],
  [
    'a private host neither',
    'http://192.168.0.1/x.png',
    choose('always', one),
    {},
    ['http://192.168.0.1/x.png', copy],
  ],
  [
    'a broken template is passed over',
    own,
    choose('always', 'https://x.test/', one),
    {},
    [own, copy, throughOne],
  ],
  [
    'an address only once',
    throughOne,
    choose('always', one),
    {},
    [throughOne, copy, `https://one.test/?url=${encodeURIComponent(throughOne)}`],
  ],
  [
    'a picture in the article itself',
    'data:image/gif;base64,R0',
    choose('cached', one),
    {},
    ['data:image/gif;base64,R0'],
  ],
];

test.each(table)('%s', (_, given, choice, about, addresses) => {
  const steps = imageSteps(given, choice, about);
  expect(steps.map(({ via, address }) => (via === 'cached' ? copy : address))).toEqual(addresses);
  // A copy is never what is remembered of a site, and never a request.
  expect(firstRequest(steps)?.via).not.toBe('cached');
});

test('of two ways to the same address one is enough', () => {
  const wrapped = `https://wsrv.nl/?url=${encodeURIComponent(own)}&n=-1`;
  const steps = imageSteps(wrapped, choose('always', `https://wsrv.nl/?url=\${href_ue}&n=-1`));
  expect(steps.map(({ via }) => via)).toEqual(['original', 'given', 'cached']);
});
