/** Words that stand in the names of parameters which open something to whoever holds the address. */
const secretWord =
  /(?:^|[^a-z])(?:token|key|apikey|secret|sig|signature|auth|authorization|credential|password|passwd|pwd|pass|session|sessionid|sid|jwt|hmac|hash|policy|expires|ticket|code|uid|userid|email)(?:$|[^a-z])/;

/** `accessToken` and `AWSAccessKeyId` as words apart. */
function words(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}

/** A long random value is a key whatever its name: 32 or more letters and digits in one piece, both kinds mixed. */
function looksRandom(value: string): boolean {
  return /^(?=.*\d)(?=.*[a-z])[a-z\d_+/=-]{32,}$/i.test(value);
}

/**
 * Whether an address carries something like a key: in its query or fragment by name (`token`, `Signature`, `sid` ...) or
 * by a long random value, or as user name and password. Such an address may be one reader's own and must be told to no
 * third party (REQ-35). Errs on the side of yes.
 */
export function carriesSecret(url: URL): boolean {
  if (url.username !== '' || url.password !== '') return true;
  const pairs = [...url.searchParams, ...new URLSearchParams(url.hash.slice(1))];
  return pairs.some(([name, value]) => secretWord.test(words(name)) || looksRandom(value));
}
