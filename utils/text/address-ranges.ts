/** [first address, prefix length] of IPv4 blocks that are not on the public internet (IANA special-purpose registry). */
const privateV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  // Multicast, reserved and broadcast.
  ['224.0.0.0', 3],
];

/** The last label of names that only a home, an office or this machine answers to (RFC 6761, 6762, 8375; ICANN name collisions). */
const privateSuffixes = new Set([
  'corp',
  'home',
  'internal',
  'intranet',
  'lan',
  'local',
  'localdomain',
  'localhost',
  'private',
]);

/** An IPv4 address in dotted form as a number, or null when it is not one. */
export function v4Number(host: string): number | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(host)?.slice(1).map(Number);
  if (!parts || parts.some((part) => part > 255)) return null;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}

const v4Blocks = privateV4.map(([first, bits]) => ({ first: v4Number(first) ?? 0, size: 2 ** (32 - bits) }));

/** Whether a 32-bit IPv4 address lies in a block that is not public. */
export function isPrivateV4(address: number): boolean {
  return v4Blocks.some(({ first, size }) => address >= first && address < first + size);
}

/** The eight 16-bit groups of an IPv6 address in the short form that URL gives (`::1`, without brackets). */
function v6Groups(text: string): number[] {
  const [head = '', tail] = text.split('::');
  const read = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const before = read(head);
  if (tail === undefined) return before;
  const after = read(tail);
  return [...before, ...new Array<number>(8 - before.length - after.length).fill(0), ...after];
}

/** The IPv4 address that an IPv6 address carries (mapped, translated, compatible, NAT64, 6to4, Teredo), or null. */
function carriedV4(groups: readonly number[]): number | null {
  const [a = 0, b = 0, c = 0, , e = 0, f = 0, g = 0, h = 0] = groups;
  const lowest = g * 65536 + h;
  const zeroUpTo = (end: number) => groups.slice(0, end).every((group) => group === 0);
  if (zeroUpTo(6)) return lowest;
  if (zeroUpTo(5) && f === 0xffff) return lowest;
  if (zeroUpTo(4) && e === 0xffff && f === 0) return lowest;
  if (a === 0x64 && b === 0xff9b && groups.slice(2, 6).every((group) => group === 0)) return lowest;
  if (a === 0x2002) return b * 65536 + c;
  if (a === 0x2001 && b === 0) return 0xffffffff - lowest;
  return null;
}

/** Whether an IPv6 address (as URL writes it, without brackets) is not public, or stands for an IPv4 address that is not. */
export function isPrivateV6(text: string): boolean {
  const groups = v6Groups(text);
  const [a = 0, b = 0, c = 0] = groups;
  const v4 = carriedV4(groups);
  if (v4 !== null) return isPrivateV4(v4);
  // Unique local fc00::/7, link-local fe80::/10, the old site-local fec0::/10, multicast ff00::/8.
  if ((a & 0xfe00) === 0xfc00 || a >= 0xfe80) return true;
  // Discard-only 100::/64, and local NAT64 64:ff9b:1::/48 (RFC 8215).
  return (a === 0x100 && b === 0 && c === 0) || (a === 0x64 && b === 0xff9b && c === 1);
}

/** Whether a lower-case name without its final dot belongs to a private network: `localhost`, `*.local`, `router` ... */
export function isPrivateName(name: string): boolean {
  const labels = name.split('.');
  if (labels.length < 2) return true;
  const last = labels.at(-1) ?? '';
  return privateSuffixes.has(last) || (last === 'arpa' && labels.at(-2) === 'home');
}
