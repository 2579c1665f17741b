import { playerOrigins } from '../article/embeds/players';

/** The policy that SECURITY.md explains; a test compares it with both built manifests. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' https: http: data: blob:",
  'media-src https: http: blob:',
  "font-src 'self'",
  'connect-src https: http:',
  `frame-src ${playerOrigins.join(' ')}`,
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types dompurify xml-inert',
].join('; ');
