import { render } from 'preact';
import { t } from '../../utils/browser/text';
import type { Recording } from '../../utils/listening/queue';
import type { TimeMark } from '../../utils/listening/time-marks';
import type { Body } from '../../utils/model/entry';
import { decodePercent, readWebUrl } from '../../utils/text/address-url';
import { calmBidi } from '../../utils/text/bidi';
import { markedLines } from './chapters';
import { element } from './element';
import { pageStyles } from './page-styles';
import { Player } from './player';
import { isHeardNow, playFrom } from './recordings';
import { isSameRecording, recordingsIn } from './recordings-in-text';
import { type Owner, recordingsOf } from './recordings-of';
import { placeInRun } from './text-runs';

/** What the article calls it, else its file's name. */
function nameOf(audio: Element, address: string): string {
  const caption = audio.closest('figure')?.querySelector('figcaption')?.textContent?.trim();
  const file = readWebUrl(address)?.pathname.split('/').at(-1) ?? '';
  return caption || calmBidi(decodePercent(file).slice(0, 80)) || address;
}

type Found = ReturnType<typeof recordingsIn>;

const around = ':host { display: block; margin-block-end: var(--s4); }';
const nowhere = ':host { display: none; }';

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

/** Takes the place of a sound. In a shadow tree, so that our controls are none of the article's. */
function placeFor(audio: Element, isShown: boolean): ShadowRoot {
  const place = document.createElement('span');
  audio.replaceWith(place);
  const shadow = place.attachShadow({ mode: 'open' });
  shadow.adoptedStyleSheets = isShown ? [pageStyles(), sheetOf(around)] : [sheetOf(nowhere)];
  return shadow;
}

/** Our player in the place of the browser's; of a recording that came with the article too, one player is enough. */
function placePlayers(found: Found, came: readonly Recording[]): ShadowRoot[] {
  return found.map(([audio, recording]) => {
    const name = nameOf(audio, recording.address);
    const isOneOfMany = found.length > 1 && !audio.closest('figure');
    const isShown = !came.some((one) => isSameRecording(one, recording));
    const place = placeFor(audio, isShown);
    if (isShown) render(<Player recording={recording} name={name} isOneOfMany={isOneOfMany} />, place);
    return place;
  });
}

/** A time in the text becomes a button, in the place of a link that consists of it. */
function placeMark(run: readonly Text[], mark: TimeMark, onPress: () => void): void {
  const [start, end] = [placeInRun(run, mark.from, false), placeInRun(run, mark.to, true)];
  if (!start || !end || start[0] !== end[0]) return;
  const [node, from] = start;
  const words = node.data.slice(from, end[1]);
  const link = node.parentElement?.closest('a');
  if (link && link.textContent?.trim() !== words) return;
  const button = element(
    'button',
    { type: 'button', class: 'time-mark', 'aria-label': t('playFrom', [words]) },
    words,
  );
  button.addEventListener('click', onPress);
  if (link) link.replaceWith(button);
  else {
    const time = node.splitText(from);
    time.splitText(words.length);
    time.replaceWith(button);
  }
}

function placeMarks(container: HTMLElement, recordings: readonly Recording[]): void {
  const [first] = recordings;
  if (!first) return;
  const wanted = () => recordings.find(isHeardNow) ?? first;
  const { lines, marks } = markedLines(container, first.length);
  // from the last, because what stands behind a mark is another node then
  for (const [line, ofLine] of marks)
    for (const mark of ofLine.toReversed())
      placeMark(lines[line] ?? [], mark, () => playFrom(wanted(), mark.seconds));
}

/** See `followSounds`, which fetches this. */
export function dressSounds(container: HTMLElement, body: Body, owner: Owner): () => void {
  const came = recordingsOf(body, owner);
  const found = recordingsIn(container, owner);
  placeMarks(container, [...came, ...found.map(([, recording]) => recording)]);
  const places = placePlayers(found, came);
  return () => {
    for (const place of places) render(null, place);
  };
}
