import './extension-stand-in';
import '../../components/shared/tokens.css';
import '../../components/shared/base.css';
import '../../components/shared/article.css';
import '../../components/shared/listening.css';
import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { ArticleBody } from '../../components/shared/article-body';
import { chapterNow, chapters } from '../../components/shared/chapters';
import { feedsStatus } from '../../components/shared/feeds-state';
import { heardUpTo } from '../../components/shared/heard';
import { startImageChoice } from '../../components/shared/image-choice';
import { ListeningBar } from '../../components/shared/listening-bar';
import { listeningKeys } from '../../components/shared/listening-keys';
import { clearAll, place, play, queue, seek } from '../../components/shared/recordings';
import { settingsKnown } from '../../components/shared/settings-state';
import { spokenText } from '../../components/shared/spoken-text';
import { useKeys } from '../../components/shared/use-keys';
import { commitCheck } from '../../utils/db/commit-check';
import { listEntries } from '../../utils/db/entry-lists';
import type { Body, Enclosure } from '../../utils/model/entry';
import { addFeed, newEntry } from '../db/support';
import { emptyStage, until } from './stage';

const host = emptyStage();
// what an article needs before it is shown
settingsKnown.value = true;
feedsStatus.value = 'ready';
startImageChoice();
afterEach(() => clearAll());

const sound = (url: string): Enclosure => ({
  url,
  type: 'audio/mpeg',
  length: null,
  title: '',
  duration: 3600,
});

function bodyOf(html: string, ...enclosures: Enclosure[]): Body {
  return {
    entryId: 1,
    html,
    base: 'https://radio.example/1',
    language: 'en',
    categories: [],
    enclosures,
    comments: '',
  };
}

function show(body: Body): HTMLElement {
  const owner = { id: 1, feedId: 1, title: 'The ship' };
  render(<ArticleBody body={body} owner={owner} feedId={1} language="en" />, host);
  return host;
}

const buttons = (selector: string) => [...host.querySelectorAll<HTMLElement>(selector)];
/** Players stand in trees of their own. */
const places = () => buttons('span').filter(({ shadowRoot }) => shadowRoot);
const inPlaces = (selector: string) =>
  places().flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])]);
const titles = () => queue.value.next.map(({ address }) => address);

test('a sound in the text has the player of recordings, and is put in line', async () => {
  show(
    bodyOf(
      '<p>Before.</p><audio src="/sea.mp3" autoplay></audio><p>Between.</p>' +
        '<figure><audio><source src="a.xyz" type="audio/x-none"><source src="b.ogg" type="audio/ogg"></audio>' +
        '<figcaption>Gulls</figcaption></figure>',
    ),
  );
  await until(() => inPlaces('.player').length === 2);
  expect(buttons('audio')).toEqual([]);
  expect(inPlaces('.player').map(({ ariaLabel }) => ariaLabel)).toEqual(['sea.mp3', 'Gulls']);
  for (const button of inPlaces('.player .button')) if (button.textContent === 'Add to queue') button.click();
  expect(titles()).toEqual(['https://radio.example/sea.mp3', 'https://radio.example/b.ogg']);
  const { violations } = await axe.run(host, { rules: { region: { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('a player in the text looks as others do, adds nothing to the article, and has keys of its own', async () => {
  show(bodyOf('<p>Words.</p><audio src="/sea.mp3"></audio>'));
  const [button] = await until(() => inPlaces('.play-button').length > 0 && inPlaces('.play-button'));
  if (!button) throw new Error('no button');
  expect(getComputedStyle(button)).toMatchObject({ borderRadius: '50%', inlineSize: '40px' });
  expect(host.querySelector('[data-article-body]')?.innerHTML).toBe('<p>Words.</p><span></span>');
  const pressed: string[] = [];
  const handlers = { pageOn: () => void pressed.push('page'), open: () => void pressed.push('open') };
  const Keys = () => {
    useKeys(handlers);
    return null;
  };
  const other = document.createElement('div');
  render(<Keys />, other);
  const press = (on: Element, key: string) =>
    on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
  await until(() => {
    press(host, ' ');
    return pressed.length > 0;
  });
  pressed.length = 0;
  press(button, ' ');
  press(button, 'Enter');
  expect(pressed).toEqual([]);
  render(null, other);
});

test('what an article does to its own elements begins no sound', async () => {
  show(bodyOf('<p>Words.</p><audio src="/sea.mp3" autoplay></audio><div><b>More.</b></div>'));
  await until(() => inPlaces('.play-button').length > 0);
  for (const element of buttons('[data-article-body] *')) element.click();
  expect([queue.value.now, buttons('[data-article-body] :is(button, input, fieldset, svg)')]).toEqual([
    null,
    [],
  ]);
});

test('what came with the article is not offered a second time in its text', async () => {
  const html = '<p>Words.</p><audio><source src="https://a.example/1.mp3?_=1" type="audio/mpeg"></audio>';
  show(bodyOf(html, sound('https://a.example/1.mp3')));
  await until(() => places().length === 1);
  expect([buttons('audio'), inPlaces('*'), places()[0]?.getClientRects().length]).toEqual([[], [], 0]);
});

const notes =
  '<p>00:00 Intro<br>(12:34) The <b>sea</b><br><a href="https://a.example/#t=20:00">20:00</a> Letters</p>' +
  '<p>We met at 12:30 that day. <a href="https://a.example/">30:00 elsewhere</a></p>';

test('times in the notes of a recording play from there', async () => {
  show(bodyOf(notes, sound('https://a.example/1.mp3')));
  const marks = await until(() => buttons('.time-mark').length > 0 && buttons('.time-mark'));
  expect(marks.map(({ textContent, ariaLabel }) => [textContent, ariaLabel])).toEqual([
    ['00:00', 'Play from 00:00'],
    ['12:34', 'Play from 12:34'],
    ['20:00', 'Play from 20:00'],
  ]);
  expect(host.querySelector('p')?.innerText).toBe('00:00 Intro\n(12:34) The sea\n20:00 Letters');
  expect(buttons('a').map(({ textContent }) => textContent)).toEqual(['30:00 elsewhere']);
  marks[1]?.click();
  expect([queue.value.now?.title, heardUpTo('https://a.example/1.mp3'), place.value.at]).toEqual([
    'The ship',
    754,
    754,
  ]);
  expect(
    spokenText()
      .map(({ text }) => text)
      .slice(0, 3),
  ).toEqual(['Intro', '() The sea', 'Letters']);
});

test('times in an article without a recording are words', async () => {
  show(bodyOf(notes));
  await until(() => host.querySelector('p'));
  expect(buttons('.time-mark')).toEqual([]);
});

test('the bar names the chapter that is heard, and leads to the others', async () => {
  const feedId = await addFeed('radio');
  const { entry, body } = newEntry('ship');
  const html = `${notes}<audio src="https://a.example/2.mp3"></audio>`;
  const enclosures = [sound('https://a.example/ship.mp3')];
  await commitCheck({ feedId, patch: {}, added: [{ entry, body: { ...body, html, enclosures } }] });
  const [stored] = await listEntries({ filter: 'all', limit: 1 });
  await listeningKeys.playThis(stored);
  await until(() => chapters.value.length === 3);
  render(<ListeningBar />, host);
  seek(800);
  expect(chapterNow.value?.title).toBe('The sea');
  host.querySelector<HTMLElement>('[aria-label="Chapters"]')?.click();
  const all = await until(() => buttons('.chapter').length === 3 && buttons('.chapter'));
  expect(all.map(({ textContent, ariaCurrent }) => [textContent, ariaCurrent])).toEqual([
    ['Intro0:00', null],
    ['The sea12:34', 'true'],
    ['Letters20:00', null],
  ]);
  const { violations } = await axe.run(host, { rules: { region: { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
  all[2]?.click();
  expect(place.value.at).toBe(1200);
  void play({ address: 'https://a.example/other.mp3', entryId: null, feedId, title: 'Other', length: null });
  expect(chapters.value).toEqual([]);
});
