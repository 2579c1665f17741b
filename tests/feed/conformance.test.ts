import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../utils/feed/parse';
import { type Case, readCases } from './feedparser-cases';
import { checkFor } from './feedparser-fields';

/**
 * The `tests` folder of a copy of github.com/kurtmckee/feedparser (BSD-2-Clause), which is not part of this repository.
 * What was learned from it stands as our own cases in the other tests of this folder.
 */
const folder = process.env.FEEDPARSER_TESTS ?? '';

/** Where we differ: ids stay as the feed gave them, and one stray byte does not turn UTF-8 into another encoding. */
const ON_PURPOSE = [
  'encoding/bozo_linenoise.xml: entries.0.summary is not "\u00e2\u20ac\u2122\u00e2\u20ac\u009d\u0160"',
  'wellformed/base/http_entry_id_base_content_location.xml: entries.0.id is not "http://example.com/relative/link"',
  'wellformed/base/http_entry_id_base_docuri.xml: entries.0.id is not "http://127.0.0.1:8097/relative/link"',
];

/** Whether the case is about addresses inside HTML, which are resolved where an article is shown, by `base`. */
function isAboutAddressesInHtml({ expectations }: Case): boolean {
  return expectations.some(({ value }) => typeof value === 'string' && /<a href="http/.test(value));
}

function failures({ bytes, url, contentType, contentLanguage, expectations }: Case): string[] {
  const feed = parseFeed(bytes, { url, contentType, contentLanguage });
  return expectations.flatMap(({ path, value }) => {
    const check = checkFor(feed, path);
    return check === null || check(value) ? [] : [`${path} is not ${JSON.stringify(value)}`];
  });
}

describe.skipIf(folder === '')('the cases of feedparser', () => {
  const cases = folder === '' ? [] : readCases(folder);
  const ours = cases.filter(({ expectations }) =>
    expectations.some(({ path }) => checkFor(null, path) !== null),
  );

  it('never throw', () => {
    for (const { bytes, url, contentType } of cases)
      expect(() => parseFeed(bytes, { url, contentType })).not.toThrow();
  });

  it('are met', () => {
    const failed = ours.flatMap((one) => failures(one).map((why) => `${one.name}: ${why}`));
    const names = new Set(failed.map((line) => line.split(':')[0]));
    const inner = ours.filter(isAboutAddressesInHtml).length;
    console.log(
      `feedparser: ${ours.length - names.size} of ${ours.length} cases met (${inner} of them about addresses in HTML)`,
    );
    expect(failed).toEqual(ON_PURPOSE);
    expect(ours.length).toBeGreaterThan(700);
  });
});
