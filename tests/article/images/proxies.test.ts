import { expect, test } from 'vitest';
import { applyTemplate, proxyPresets, templateFault } from '../../../utils/article/images/proxies';

const put = (name: string) => `\${${name}}`;
const wsrv = `https://wsrv.nl/?url=${put('href_ue')}&n=-1`;
const image = 'https://a.example/p/b.png?x=1&y=2';

test.each([
  [wsrv, image, 'https://wsrv.nl/?url=https%3A%2F%2Fa.example%2Fp%2Fb.png%3Fx%3D1%26y%3D2&n=-1'],
  [wsrv, `${image}#part`, 'https://wsrv.nl/?url=https%3A%2F%2Fa.example%2Fp%2Fb.png%3Fx%3D1%26y%3D2&n=-1'],
  [wsrv, 'http://a.example/b.png', 'https://wsrv.nl/?url=http%3A%2F%2Fa.example%2Fb.png&n=-1'],
  [`https://p.example/${put('href')}`, image, `https://p.example/${image}`],
  [
    `https://i3.wp.com/${put('host')}${put('pathname')}`,
    'https://a.example:8443/b%20c.png',
    'https://i3.wp.com/a.example:8443/b%20c.png',
  ],
  [
    `https://p.example/?u=${put('href')}`,
    'https://a.example/b.png?x=1',
    'https://p.example/?u=https://a.example/b.png?x=1',
  ],
])('%s serves %s as %s', (template, address, expected) =>
  expect(applyTemplate(template, address)).toBe(expected),
);

test('a public address with a harmless query passes every preset that can carry it, and none says default', () => {
  expect(proxyPresets.length).toBeGreaterThan(2);
  for (const { name, template, source } of proxyPresets) {
    expect(templateFault(template), name).toBeNull();
    const served = applyTemplate(template, 'https://a.example/b.png');
    expect(served, name).toMatch(/^https:/);
    expect(served, name).not.toMatch(/default/i);
    expect(source, name).not.toBe('');
  }
});

test.each([
  'http://127.0.0.1/b.png',
  'http://localhost/b.png',
  'http://192.168.0.1/b.png',
  'http://10.1.2.3/b.png',
  'http://169.254.169.254/latest',
  'http://[::1]/b.png',
  'http://[::ffff:7f00:1]/b.png',
  'http://2130706433/b.png',
  'http://0x7f.1/b.png',
  'http://nas.local/b.png',
  'https://user:pass@a.example/b.png',
  'https://user@a.example/b.png',
  'https://a.example/b.png?token=abc',
  'https://a.example/b.png?access_token=abc',
  'https://a.example/b.png?accessToken=abc',
  'https://a.example/b.png?X-Amz-Signature=abc',
  'https://a.example/b.png?AWSAccessKeyId=abc&Expires=1',
  'https://a.example/b.png?sid=1',
  'https://a.example/b.png?apikey=1',
  'https://a.example/b.png?api_key=1',
  'https://a.example/b.png?PHPSESSID=1&session=2',
  'https://a.example/b.png?x=0123456789abcdef0123456789abcdef',
  'https://a.example/b.png#token=abc',
  'https://a.example/b.png?e%6Dail=a%40b.example',
  'data:image/png;base64,AAAA',
  'blob:https://a.example/0',
  'ftp://a.example/b.png',
  'javascript:alert(1)',
  'b.png',
  '',
])('no proxy is told %s', (address) => {
  for (const { template } of proxyPresets) expect(applyTemplate(template, address)).toBeNull();
});

test.each([
  'https://a.example/b.png?w=600&h=400&quality=80&format=webp&fit=crop',
  'https://a.example/b.png?keyword=news&tokens=3&v=20260101',
  'https://a.example/b.png?wx_fmt=jpeg&from=appmsg',
  'https://a.example/b.png?monkey=1&designer=2&position=3',
])('%s holds no secret', (address) => expect(applyTemplate(wsrv, address)).not.toBeNull());

test.each([
  [`http://p.example/?u=${put('href_ue')}`, 'not-https'],
  [`//p.example/?u=${put('href_ue')}`, 'not-https'],
  [`javascript:alert('${put('href_ue')}')`, 'not-https'],
  [`data:text/html,${put('href')}`, 'not-https'],
  [put('href'), 'not-https'],
  [`https://${put('host')}/x/${put('href_ue')}`, 'not-https'],
  [`https://p.example${put('pathname')}`, 'not-https'],
  [`https://user@p.example/?u=${put('href_ue')}`, 'not-https'],
  [`https://127.0.0.1/?u=${put('href_ue')}`, 'private-host'],
  [`https://localhost/?u=${put('href_ue')}`, 'private-host'],
  [`https://[::1]/?u=${put('href_ue')}`, 'private-host'],
  [`https://0x7f.1/?u=${put('href_ue')}`, 'private-host'],
  [`https://nas.local/?u=${put('href_ue')}`, 'private-host'],
  ['https://p.example/', 'no-placeholder'],
  [`https://p.example/${put('host')}`, 'no-placeholder'],
  [`https://p.example/${put('href_ue')}?c=${put('cookie')}`, 'unknown-placeholder'],
  [`https://wsrv.nl/?url=${put('href_ue')}&default=1`, 'default'],
  [`https://wsrv.nl/?default=x&url=${put('href_ue')}`, 'default'],
  [`https://wsrv.nl/?url=${put('href_ue')}&DEFAULT`, 'default'],
  [`https://wsrv.nl/?url=${put('href_ue')}&errorredirect=x`, 'default'],
  [`https://wsrv.nl/?url=${put('href_ue')}&%64efault=1`, 'default'],
  // What stands there is sent to nobody.
  [`https://wsrv.nl/#${put('href_ue')}`, 'no-placeholder'],
])('the template %s is refused: %s', (template, fault) => {
  expect(templateFault(template)).toBe(fault);
  expect(applyTemplate(template, image)).toBeNull();
});

test('an address cannot write into the query of the proxy', () => {
  const raw = `https://wsrv.nl/?url=${put('href')}`;
  expect(applyTemplate(raw, 'https://a.example/b.png?x=1&default=1')).toBeNull();
  expect(applyTemplate(raw, 'https://a.example/b&default=1')).toBeNull();
  const path = `https://p.example/?u=${put('host')}${put('pathname')}`;
  expect(applyTemplate(path, 'https://a.example/b&default=1')).toBeNull();
});

test('a template that leaves the query out is not used where the query chooses the image', () => {
  const photon = `https://i0.wp.com/${put('host')}${put('pathname')}`;
  expect(applyTemplate(photon, 'https://a.example/b.php?id=5')).toBeNull();
});
