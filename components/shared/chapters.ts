import { computed, effect, signal } from '@preact/signals';
import { getBody } from '../../utils/db/entry-lists';
import type { Recording } from '../../utils/listening/queue';
import { isSameFile } from '../../utils/listening/same-file';
import { chapterAt, chaptersOf, type TimeMark, timeMarks } from '../../utils/listening/time-marks';
import { feedFace } from './feeds-state';
import { place, queue } from './recordings';
import { textLines } from './text-runs';

const none: readonly TimeMark[] = [];
const known = signal<{ address: string; entryId: number | null; all: readonly TimeMark[] }>({
  address: '',
  entryId: null,
  all: none,
});

/** The chapters of what is heard, as the notes of its article tell them; none where they do not. */
export const chapters = computed(() =>
  queue.value.now && isSameFile(known.value.address, queue.value.now.address) ? known.value.all : none,
);

/** The one that is heard; undefined before the first, and where there are none. */
export const chapterNow = computed(() => chapters.value[chapterAt(chapters.value, place.value.at)]);

/** The lines of an article's text, and the times in them. */
export function markedLines(text: ParentNode & Node, length: number | null) {
  const lines = textLines(text);
  return {
    lines,
    marks: timeMarks(
      lines.map((line) => line.map(({ data }) => data).join('')),
      length,
    ),
  };
}

async function learn({ address, entryId, feedId, length }: Recording): Promise<void> {
  known.value = { address, entryId, all: none };
  const body = entryId === null ? undefined : await getBody(entryId).catch(() => undefined);
  const { address: asked, entryId: ofArticle } = known.value;
  if (!body || asked !== address || ofArticle !== entryId) return;
  const { renderBody } = await import('../../utils/article/render');
  const { content } = renderBody(body.html, { base: body.base, privateHosts: feedFace(feedId).privateHosts });
  known.value = { address, entryId, all: chaptersOf(markedLines(content, length).marks) };
}

effect(() => {
  const { now } = queue.value;
  const { address, entryId } = known.peek();
  if (now && (now.entryId !== entryId || !isSameFile(now.address, address))) void learn(now);
});
