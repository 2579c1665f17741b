import { generateKeyPairSync, sign } from 'node:crypto';

const length = (size: number) => {
  if (size < 128) return Buffer.from([size]);
  return size < 256 ? Buffer.from([0x81, size]) : Buffer.from([0x82, size >> 8, size & 255]);
};

/** One value of ASN.1 in DER: type, length, content. */
const der = (tag: number, ...parts: Buffer[]) => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), length(content.length), content]);
};
const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const hex = (tag: number, text: string) => der(tag, Buffer.from(text, 'hex'));
const pem = (label: string, bytes: Buffer) =>
  `-----BEGIN ${label}-----\n${bytes.toString('base64').replace(/(.{64})/g, '$1\n')}\n-----END ${label}-----\n`;

/**
 * A self-signed certificate for a proxy that looks into its own browsers' https requests. Made anew for every run, so that
 * no key lies in the repository; RFC 5280 4.1, as little of it as browsers ask for when told to trust anything.
 */
export function selfSigned(): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsaWithSha256 = sequence(hex(0x06, '2a8648ce3d040302'));
  const name = sequence(der(0x31, sequence(hex(0x06, '550403'), der(0x0c, Buffer.from('evil.test')))));
  const validity = sequence(der(0x17, Buffer.from('250101000000Z')), der(0x17, Buffer.from('490101000000Z')));
  const version = der(0xa0, hex(0x02, '02'));
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const body = sequence(version, hex(0x02, '01'), ecdsaWithSha256, name, validity, name, key);
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem('CERTIFICATE', sequence(body, ecdsaWithSha256, signature)),
  };
}
