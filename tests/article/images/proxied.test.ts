import { expect, test } from 'vitest';
import { unwrapProxied } from '../../../utils/article/images/proxied';

const cases: [string, string][] = [
  ['https://images.weserv.nl?url=gdb.voanews.com/01000000.jpg', 'https://gdb.voanews.com/01000000.jpg'],
  [
    'https://images.weserv.nl/?url=gdb.voanews.com/a_w1023_r1_s.jpg&w=400',
    'https://gdb.voanews.com/a_w1023_r1_s.jpg',
  ],
  ['http://images.weserv.nl/?url=ssl:a.example%2Fb.png', 'https://a.example/b.png'],
  [
    'https://wsrv.nl/?w=300&url=https%3A%2F%2Fa.example%2Fb.png%3Fx%3D1%26y%3D2',
    'https://a.example/b.png?x=1&y=2',
  ],
  ['https://wsrv.nl/?url=http://a.example/b.png', 'http://a.example/b.png'],
  ['https://wsrv.nl/?url=//a.example/b.png&default=1', 'https://a.example/b.png'],
  ['https://wsrv.nl/?url=https%253A%252F%252Fa.example%252Fb.png', 'https://a.example/b.png'],
  [
    'https://i0.wp.com/a.example/wp-content/b.jpg?resize=300%2C200&ssl=1',
    'https://a.example/wp-content/b.jpg',
  ],
  ['https://i3.wp.com/a.example/b.php?q=id%3D5', 'https://a.example/b.php?id=5'],
  [
    'https://external-content.duckduckgo.com/iu/?u=https%3A%2F%2Fa.example%2Fb.jpg&f=1&nofb=1',
    'https://a.example/b.jpg',
  ],
  ['https://proxy.duckduckgo.com/iu/?u=https://a.example/b.jpg', 'https://a.example/b.jpg'],
  [
    'https://www.google.com/imgres?imgurl=https%3A%2F%2Fa.example%2Fb.jpg&imgrefurl=x',
    'https://a.example/b.jpg',
  ],
  ['https://www.google.co.jp/imgres?imgurl=https://a.example/b.jpg', 'https://a.example/b.jpg'],
  [
    'https://images1-focus-opensocial.googleusercontent.com/gadgets/proxy?container=focus&refresh=1&url=https%3A%2F%2Fa.example%2Fb.jpg',
    'https://a.example/b.jpg',
  ],
  [
    'https://ci3.googleusercontent.com/meips/ADKq=s0-d-e1-ft#https://a.example/b.jpg',
    'https://a.example/b.jpg',
  ],
  ['https://imageproxy.pimg.tw/resize?url=https%3A%2F%2Fa.example%2Fb.jpg', 'https://a.example/b.jpg'],
  ['https://pic1.xuehuaimg.com/proxy/https://a.example/b.jpg?x=1', 'https://a.example/b.jpg?x=1'],
  ['https://cdn.statically.io/img/a.example/w=400,f=auto/b.jpg', 'https://a.example/w=400,f=auto/b.jpg'],
  ['https://cdn.statically.io/img/w=400,f=auto/a.example/b.jpg', 'https://a.example/b.jpg'],
  [
    'https://images.weserv.nl/?url=https%3A%2F%2Fi0.wp.com%2Fa.example%2Fb.jpg%3Fw%3D1',
    'https://a.example/b.jpg',
  ],
];
test.each(cases)('%s holds %s', (address, expected) => expect(unwrapProxied(address)).toBe(expected));

test.each([
  'https://a.example/b.jpg',
  'https://a.example/?url=https://b.example/c.jpg',
  'https://wsrv.nl/',
  'https://wsrv.nl/?url=',
  'https://wsrv.nl.evil.test/?url=a.example/b.jpg',
  'https://evilwsrv.nl/?url=a.example/b.jpg',
  'https://wsrv.nl/?url=127.0.0.1/x.png',
  'https://wsrv.nl/?url=http%3A%2F%2F[::1]%2Fx.png',
  'https://wsrv.nl/?url=http%3A%2F%2F2130706433%2Fx.png',
  'https://wsrv.nl/?url=router.local/x.png',
  'https://wsrv.nl/?url=localhost/x.png',
  'https://wsrv.nl/?url=javascript:alert(1)',
  'https://wsrv.nl/?url=data:image/png;base64,AAAA',
  'https://wsrv.nl/?url=file%3A%2F%2F%2Fetc%2Fpasswd',
  'https://wsrv.nl/?url=https%3A%2F%2Fuser%3Apass%40a.example%2Fb.png',
  'https://i0.wp.com/',
  'https://i0.wp.com/192.168.1.1/x.png',
  'https://i9.wp.com/a.example/b.jpg',
  'https://duckduckgo.com/?q=https://a.example/b.jpg',
  'https://www.google.com/search?q=https://a.example/b.jpg',
  'https://lh3.googleusercontent.com/abc=s0#https://a.example/b.jpg',
  'no address',
  '',
])('%s is left alone', (address) => expect(unwrapProxied(address)).toBeNull());

test('a tower of proxies ends', () => {
  let address = 'https://a.example/b.jpg';
  for (let layer = 0; layer < 9; layer++) address = `https://wsrv.nl/?url=${encodeURIComponent(address)}`;
  expect(unwrapProxied(address)).toMatch(/^https:\/\/wsrv\.nl\/\?url=https/);
});
