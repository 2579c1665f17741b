/** Addresses that must lead nowhere, or nowhere but to a stranger's page: for links, enclosures, homes of feeds. `{h}` is the vector's host. */
export const hostileAddresses: readonly string[] = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)//https://{h}/',
  ' \tjava\nscript:alert(1)',
  'javascript://{h}/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:image/svg+xml,<svg onload=alert(1)>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'chrome://settings',
  'about:config',
  'view-source:https://{h}/',
  'blob:https://{h}/1',
  'filesystem:https://{h}/1',
  'intent://{h}/#Intent;scheme=https;end',
  'options.html#/x',
  '#/settings',
  '//{h}/relative',
  '\\\\{h}\\back',
  'https:\\\\{h}\\back',
  'https://user:password@{h}/',
  'https://{h}/"onmouseover="alert(1)',
  "https://{h}/'><img src=x onerror=alert(1)>",
  'https://{h}/?q=</a><script>alert(1)</script>',
  'http://127.0.0.1/router',
  'http://[::1]/router',
  'https://{h}/plain',
];

/** Media types of enclosures, as wrong as their addresses. */
export const hostileTypes: readonly string[] = [
  'audio/mpeg',
  'video/mp4',
  'image/svg+xml',
  'text/html',
  'audio/mpeg" autoplay onplay="alert(1)',
  'application/x-shockwave-flash',
  'video/<script>alert(1)</script>',
];

/** The n-th of a list that goes round. */
export function turn<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}
