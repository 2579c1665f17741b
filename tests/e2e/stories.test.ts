import { expect } from 'vitest';
import { scenario } from './scenario';

const story = '特朗普宣誓就职';

scenario('Two mirrors of a feed are one row each story; an edit shows its words', async (world) => {
  const { browser, server, subscribe, badgeIs, makeDue } = world;
  await subscribe(server.feedUrl('feedx-voachinese'));
  await subscribe(server.feedUrl('voachinese-gbk'));
  await badgeIs('6');
  const reader = await browser.open('reader.html', { width: 1200, height: 900 });
  await reader.until(
    'three rows for six articles',
    () => document.querySelectorAll('[data-entry-id]').length === 3,
  );
  await reader.shows('Also in');
  await reader.openArticle(story);
  await badgeIs('4');
  await reader.until('the way to the copy', () =>
    document.querySelector('.article .also-in a')?.getAttribute('href'),
  );

  server.edit('feedx-voachinese', (text) => text.replace('举行了一次视频会晤', '举行了一次电话会谈'));
  await makeDue();
  await browser.send('refresh', {});
  await reader.go('reader.html#/edited');
  await reader.openArticle(story);
  await reader.clickOn('.edited summary');
  const words = await reader.until('the difference', () => {
    const told = (name: string) => document.querySelector(`.difference ${name}`)?.textContent;
    const [gone, fresh] = [told('del'), told('ins')];
    return gone && fresh ? { gone, fresh } : null;
  });
  expect(words.gone).toContain('视频');
  expect(words.fresh).toContain('电话');
  await badgeIs('4');
});
