import { expect } from 'vitest';
import { scenario } from './scenario';

scenario('what came with an article is seen, heard and fetched', async ({ browser, server, subscribe }) => {
  const files = [
    ['image/png', `${server.origin}/image/harbour`],
    ['audio/mpeg', `${server.origin}/media/%E0%A4%A.mp3`],
    ['image/png', 'http://192.168.1.1/image/router'],
  ].map(([type, url]) => `<enclosure type="${type}" length="1" url="${url}"/>`);
  const item = `<item><title>A picture post</title><description>Words alone.&lt;audio src="${server.origin}/sound/9">&lt;/audio></description>${files.join('')}</item>`;
  server.addSite('post', `<rss version="2.0"><channel><title>Post</title>${item}</channel></rss>`);
  await subscribe(server.feedUrl('post'));
  const reader = await browser.open('reader.html');
  await reader.openArticle('A picture post');
  const pictures = await reader.until('the picture', () => {
    const images = Array.from(document.querySelectorAll<HTMLImageElement>('.enclosures img'));
    return images.some(({ naturalWidth }) => naturalWidth > 0) && images.map(({ src }) => src);
  });
  expect(pictures).toEqual([`${server.origin}/image/harbour`]);
  const names = await reader.evaluate(() => {
    return Array.from(document.querySelectorAll<HTMLElement>('.enclosures a'), (link) =>
      link.innerText.trim(),
    );
  });
  expect(names).toEqual(['harbour', '%E0%A4%A.mp3', 'router']);
  expect(server.log.exchanges.filter(({ path }) => path.startsWith('/media'))).toEqual([]);
  const looks = await reader.until('the player in the text', () => {
    for (const { shadowRoot } of document.querySelectorAll('[data-article-body] span')) {
      const button = shadowRoot?.querySelector('.play-button');
      if (button) return getComputedStyle(button).borderTopLeftRadius;
    }
    return null;
  });
  expect(looks).toBe('50%');
  await reader.clickOn('.play-button');
  await reader.shows('this kind of recording (audio/mpeg)');
  await reader.shows('Try again');
});
