import type { World } from './scenario';

const everything = `
<p>Words that <a href="https://broadsheet.example/a">lead elsewhere</a>, <ruby>漢字<rt>かんじ</rt></ruby>, <code>const a = 1</code>,
H<sub>2</sub>O, <mark>found</mark>, <del>gone</del> and a note.<sup><a href="#fn1" id="ref1">1</a></sup></p>
<h2>A heading within</h2>
<figure><img src="/image/a/16/9.jpg" alt="A harbour" width="640" height="360"><figcaption>The harbour at nine.</figcaption></figure>
<table><caption>Catch</caption><thead><tr><th>Port</th><th>Tons</th><th>Boats</th></tr></thead>
<tbody><tr><td>North, with a name that is long</td><td>1,204,000</td><td>17</td></tr></tbody></table>
<pre><code>for (const boat of harbour.boats) if (boat.isHome) harbour.greet(boat, { loudly: true, twice: true });</code></pre>
<blockquote><p>Quoted words.</p></blockquote>
<ul><li>One</li><li>Two<ol><li>Deeper</li></ol></li></ul>
<details><summary>More of it</summary><p>What was folded.</p></details>
<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>
<video src="/video/a.mp4" controls></video>
<iframe src="https://www.youtube.com/embed/abc"></iframe>
<p dir="rtl" lang="ar">كلمات من اليمين إلى اليسار، ثم English داخلها.</p>
<hr><section><ol><li id="fn1">What the note says. <a href="#ref1">back</a></li></ol></section>`;

const escaped = (html: string) => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A feed with a recording, with all that an article can have in it, and with letters from right to left. */
function serveAll({ server }: World): void {
  const item = (title: string, hours: number, html: string, more = '') =>
    `<item><title>${title}</title><guid>${title}</guid><link>${server.origin}/page/${hours}</link>` +
    `<pubDate>${new Date(Date.now() - hours * 3_600_000).toUTCString()}</pubDate>` +
    `<description>${escaped(html)}</description>${more}</item>`;
  const sound = `<enclosure type="audio/wav" length="1" url="${server.origin}/sound/60"/>`;
  const items = [
    item('Everything at once', 1, everything),
    item('خبر عاجل: «القاهرة» ومدن أخرى', 2, '<p>نص المقالة بالعربية، مع رقم 2026 وكلمة English.</p>'),
    item('An evening of radio', 3, '<p>Words about it.</p>', sound),
  ];
  const channel = `<channel><title>The harbour post</title><language>en</language>${items.join('')}</channel>`;
  server.addSite('everything', `<rss version="2.0">${channel}</rss>`);
}

/** What a reader has after some weeks: feeds well and failing, a folder, tags, a search, a rule, a feed in the bin. */
export async function furnish(world: World): Promise<void> {
  const { browser, server, subscribe } = world;
  serveAll(world);
  const failing = await subscribe(server.feedUrl('djg'));
  await subscribe(server.feedUrl('feedx-voachinese'));
  await subscribe(server.feedUrl('adactio'));
  const feedId = await subscribe(server.feedUrl('everything'));
  const made = await browser.send('createFolder', { title: 'News 新闻' });
  if (made.ok) await browser.send('moveFeed', { feedId, folderId: made.data.folderId });
  await browser.send('tagEntries', { entryIds: [1, 2], add: ['Later 稍后'] });
  await browser.send('saveSearch', { title: '', query: 'web is:unread' });
  const conditions = [{ field: 'title', operator: 'contains', text: 'sponsored' }];
  const rule = (title: string) => ({
    title,
    enabled: true,
    mode: 'any',
    conditions,
    actions: [{ verb: 'star', tag: '' }],
  });
  await browser.send('setRules', { rules: [rule('Stars'), rule('')] });
  await browser.send('unsubscribe', { feedId: await subscribe(server.feedUrl('heise-developer')) });
  server.addSite('djg', 'out of order', 'text/plain');
  await world.makeDue();
  await browser.send('refresh', { feedIds: [failing] });
}
