import { expect, test } from 'vitest';
import { type ImageCase, type ImageChoice, imageSteps } from '../../../utils/article/images/chain';
import type { ImagePolicy } from '../../../utils/model/settings';

const one = `https://one.test/?url=\${href_ue}`;
const two = `https://two.test/\${host}\${pathname}`;
const own = 'https://a.example/p/x.jpg';
const throughOne = `https://one.test/?url=${encodeURIComponent(own)}`;
const throughTwo = 'https://two.test/a.example/p/x.jpg';
const wsrv = 'https://wsrv.nl/?url=a.example/p/x.jpg';
const choose = (policy: ImagePolicy, ...proxies: string[]): ImageChoice => ({ policy, proxies });

const table: [title: string, given: string, choice: ImageChoice, one: ImageCase, addresses: string[]][] = [
  ['its own site', own, choose('always'), {}, [own]],
  ['then the proxies in order', own, choose('always', two, one), {}, [own, throughTwo, throughOne]],
  ['a proxied one unwrapped first', wsrv, choose('always', one), {}, [own, wsrv, throughOne]],
  [
    'WordPress, too',
    'https://i2.wp.com/a.example/p/x.jpg?w=300&ssl=1',
    choose('always'),
    {},
    [own, 'https://i2.wp.com/a.example/p/x.jpg?w=300&ssl=1'],
  ],
  [
    'what worked comes first',
    own,
    choose('always', one, two),
    { worked: two },
    [throughTwo, own, throughOne],
  ],
  ['the given one, where that worked', wsrv, choose('always'), { worked: 'given' }, [wsrv, own]],
  ['what worked, but is no longer wanted', own, choose('always', one), { worked: two }, [own, throughOne]],
  ['on click: nothing before', wsrv, choose('click', one), { worked: 'given' }, []],
  ['on click: everything after', own, choose('click', one), { asked: true }, [own, throughOne]],
  ['proxies only', wsrv, choose('proxies', one, two), {}, [throughOne, throughTwo]],
  ['proxies only, of which there are none', own, choose('proxies'), {}, []],
  ['proxies only, own site remembered', own, choose('proxies', one), { worked: 'original' }, [throughOne]],
  [
    'proxies only, and the button pressed',
    wsrv,
    choose('proxies', one),
    { asked: true },
    [throughOne, own, wsrv],
  ],
  ['never', own, choose('never', one), { asked: true, worked: one }, []],
  ['a key is told to no proxy', `${own}?token=1`, choose('always', one), {}, [`${own}?token=1`]],
  ['nor through proxies only', `${own}?Signature=1`, choose('proxies', one), {}, []],
  [
    'a private host neither',
    'http://192.168.0.1/x.png',
    choose('always', one),
    {},
    ['http://192.168.0.1/x.png'],
  ],
  ['a broken template is passed over', own, choose('always', 'https://x.test/', one), {}, [own, throughOne]],
  [
    'an address only once',
    throughOne,
    choose('always', one),
    {},
    [throughOne, `https://one.test/?url=${encodeURIComponent(throughOne)}`],
  ],
  [
    'a picture in the article itself',
    'data:image/gif;base64,R0',
    choose('never', one),
    {},
    ['data:image/gif;base64,R0'],
  ],
];

test.each(table)('%s', (_, given, choice, about, addresses) => {
  expect(imageSteps(given, choice, about).map(({ address }) => address)).toEqual(addresses);
});

test('of two ways to the same address one is enough', () => {
  const wrapped = `https://wsrv.nl/?url=${encodeURIComponent(own)}&n=-1`;
  const steps = imageSteps(wrapped, choose('always', `https://wsrv.nl/?url=\${href_ue}&n=-1`));
  expect(steps.map(({ via }) => via)).toEqual(['original', 'given']);
});
