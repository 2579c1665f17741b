import { t } from '../../utils/browser/text';
import { lazyView } from '../shared/lazy-view';
import { loadListening } from '../shared/load-listening';
import { Setting } from './setting';
import { SettingControl } from './setting-controls';

const QueueList = lazyView(async () => (await loadListening()).QueueList);

/** Recordings, their queue, and the voices that read aloud. */
export function ListeningSection() {
  return (
    <div class="listening-choices">
      <h1>{t('listening')}</h1>
      <p class="lead">{t('listeningLead')}</p>
      <h2>{t('recordings')}</h2>
      <SettingControl of="listening/speed" />
      <h2>{t('queueTitle')}</h2>
      <Setting id="queue">
        <QueueList />
      </Setting>
      <h2>{t('readAloud')}</h2>
      <SettingControl of="listening/voices" />
    </div>
  );
}
