import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { getImageBytes } from '../../utils/db/cached-images';
import { watchChanges } from '../../utils/messages/changes';
import { send } from '../../utils/messages/send';
import { Choice } from '../shared/choice';
import { formatNumber } from '../shared/locale';
import { changeSettings, settings } from '../shared/settings-state';
import { Setting } from './setting';

/** Millions of bytes. */
const rooms = [200, 500, 2000, 10_000];

function sizeWords(megabytes: number): string {
  return megabytes < 1000 ? `${formatNumber(megabytes)} MB` : `${formatNumber(megabytes / 1000)} GB`;
}

const bytes = signal<number | null>(null);

async function look(): Promise<void> {
  bytes.value = await getImageBytes().catch(() => bytes.value);
}

/** What has no room any more goes at once, not with the next picture that comes. */
async function chooseRoom(megabytes: number): Promise<void> {
  await changeSettings({ offlineRoom: megabytes });
  await send('keepArticles', { entryIds: [] });
  await look();
}

/** How much room they may take. */
export function RoomChoice() {
  return (
    <Choice
      legend={t('offlineRoomMost')}
      value={String(settings.value.offlineRoom)}
      options={rooms.map((room) => ({ value: String(room), label: sizeWords(room) }))}
      onChoose={(room) => void chooseRoom(Number(room))}
    />
  );
}

/** How much room pictures that are kept for offline reading take, and may take. */
export function OfflineRoom() {
  useEffect(() => {
    void look();
    return watchChanges(({ kind }) => {
      if (kind === 'kept') void look();
    });
  }, []);
  return (
    <section class="archive-part">
      <h2>{t('offlineRoom')}</h2>
      <p class="lead">{t('offlineRoomText')}</p>
      <Setting id="room" names={['offlineRoom']}>
        <RoomChoice />
      </Setting>
      {bytes.value !== null && (
        <p class="quiet">{t('offlineRoomUsed', [sizeWords(Math.round(bytes.value / 100_000) / 10)])}</p>
      )}
    </section>
  );
}
