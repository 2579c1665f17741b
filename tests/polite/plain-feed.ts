/** An RSS document of 20 entries, a gap of `gapMs` between each two, the newest half a gap before `now`. */
export function plainFeed(title: string, now: number, gapMs: number): string {
  const items = Array.from({ length: 20 }, (_, index) => {
    const date = new Date(now - (index + 0.5) * gapMs).toUTCString();
    const link = `http://feeds.test/page/${title}-${index}`;
    return `<item><title>${title} ${index}</title><link>${link}</link><guid isPermaLink="false">${title}-${index}</guid><pubDate>${date}</pubDate><description>Text ${index} of ${title}.</description></item>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${title}</title><link>http://feeds.test/</link><description/>${items.join('\n')}</channel></rss>`;
}
