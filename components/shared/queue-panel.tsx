import { useRef, useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { type Recording, timeLeft } from '../../utils/listening/queue';
import { feedFace } from './feeds-state';
import { heardUpTo } from './heard';
import { Icon } from './icon';
import { countWords } from './locale';
import { playTime } from './play-time';
import { canUndo, emptyLine, moveBy, takeOut, undoChange } from './queue-acts';
import { queue } from './recordings';
import { speedOf } from './speeds';

const steps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };

/** The row under a height of the window. */
function rowAt(list: Element | null, y: number): number {
  const rows = [...(list?.children ?? [])];
  const below = rows.findIndex((row) => y < row.getBoundingClientRect().bottom);
  return below < 0 ? rows.length - 1 : below;
}

interface RowProps {
  recording: Recording;
  at: number;
  say: (words: string) => void;
  /** Absent where nothing is played. */
  onPlay?: ((recording: Recording) => void) | undefined;
}

/** Dragged with any pointer, moved with the arrow keys. */
function Grip({ recording, at, say }: RowProps) {
  const grip = useRef<HTMLButtonElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    say(moveBy(recording, at + step));
    // a row that is put elsewhere in the document loses the keyboard
    requestAnimationFrame(() => grip.current?.focus());
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!grip.current?.hasPointerCapture(event.pointerId)) return;
    const to = rowAt(grip.current.closest('ol'), event.clientY);
    if (to !== at) say(moveBy(recording, to));
  };
  return (
    <button
      ref={grip}
      type="button"
      class="icon-button small grip"
      aria-label={t('queueMove', [recording.title])}
      title={t('queueMoveHint')}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => grip.current?.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    >
      <Icon name="grip" />
    </button>
  );
}

function Title({ recording, onPlay }: Pick<RowProps, 'recording' | 'onPlay'>) {
  const words = (
    <>
      <span dir="auto">{recording.title || t('untitled')}</span>
      <small class="quiet" dir="auto">
        {feedFace(recording.feedId).name}
      </small>
    </>
  );
  if (!onPlay) return <div class="queue-title">{words}</div>;
  return (
    <button type="button" class="queue-title" onClick={() => onPlay(recording)}>
      {words}
    </button>
  );
}

function Row(props: RowProps) {
  const { recording } = props;
  return (
    <li class="queue-row">
      <Grip {...props} />
      <Title {...props} />
      <button
        type="button"
        class="icon-button small"
        aria-label={t('queueRemove', [recording.title])}
        title={t('queueTakeOut')}
        onClick={() => takeOut(recording)}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}

/** How many wait, and how long it all still takes. */
function countAndTime(): string {
  const waiting = countWords('queueCount', queue.value.next.length);
  const { seconds, unknown } = timeLeft(queue.value, heardUpTo, speedOf);
  if (seconds <= 0) return waiting;
  return `${waiting} · ${t(unknown > 0 ? 'queueTimeAtLeast' : 'queueTime', [playTime(seconds)])}`;
}

/** In the panel itself: over a narrow page it lies above what is said in passing. */
function UndoButton() {
  if (!canUndo()) return null;
  return (
    <button type="button" class="link-button" onClick={undoChange}>
      {t('undo')}
    </button>
  );
}

/** What comes after what is heard, in the reader's order. */
export function QueueList({ onPlay }: Pick<RowProps, 'onPlay'>) {
  const [said, say] = useState('');
  const { next } = queue.value;
  if (next.length === 0)
    return (
      <div class="queue-foot">
        <p class="quiet">{t('queueEmpty')}</p>
        <UndoButton />
      </div>
    );
  return (
    <>
      <ol class="queue-list" aria-label={t('queueTitle')}>
        {next.map((recording, at) => (
          <Row key={recording.address} recording={recording} at={at} say={say} onPlay={onPlay} />
        ))}
      </ol>
      <div class="queue-foot">
        <span class="quiet">{countAndTime()}</span>
        <UndoButton />
        <button type="button" class="link-button" onClick={emptyLine}>
          {t('queueClear')}
        </button>
      </div>
      <p class="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}
