import { t } from '../../utils/browser/text';
import { Icon } from '../shared/icon';
import { countWords } from '../shared/locale';
import { controls } from './setting-controls';
import { matching } from './settings-match';
import { leaveSettingsSearch, settingsQuery } from './settings-query';
import { type KnownSetting, knownSettings } from './settings-table';
import { choicesInWords } from './settings-words';

const findable = knownSettings.map((value) => ({
  value,
  title: t(value.title),
  words: [t(value.also), t(value.sectionTitle), ...value.names.flatMap(choicesInWords)].join(' '),
}));

/** With its control where it has one, else the way to its page. */
function Found({ setting }: { setting: KnownSetting }) {
  const { id, section, sectionTitle, title } = setting;
  const Control = controls.get(`${section}/${id}`);
  return (
    <li class={Control ? 'found-setting with-control' : 'found-setting'}>
      <a href={`#${section}/${id}`} onClick={leaveSettingsSearch}>
        {Control ? (
          <>
            <span>{t(sectionTitle)}</span>
            <span class="visually-hidden"> · {t(title)}</span>
          </>
        ) : (
          <>
            <strong>{t(title)}</strong>
            {title !== sectionTitle && <span class="quiet">{t(sectionTitle)}</span>}
          </>
        )}
        <Icon name="fold" />
      </a>
      {Control && <Control />}
    </li>
  );
}

function Nothing() {
  return (
    <div class="state">
      <span class="state-mark">
        <Icon name="search" />
      </span>
      <h2>{t('noSettingTitle')}</h2>
      <p>{t('noSettingText')}</p>
    </div>
  );
}

/** The settings that the reader looks for, to be changed where they are found. */
export function SettingsFound() {
  const found = matching(settingsQuery.value, findable);
  const words = found.length === 0 ? t('noSettingTitle') : countWords('settingsFound', found.length);
  return (
    <>
      <h1>{t('settings')}</h1>
      <p class={found.length === 0 ? 'visually-hidden' : 'lead'} role="status">
        {words}
      </p>
      {found.length === 0 ? (
        <Nothing />
      ) : (
        <ul class="found-settings">
          {found.map((setting) => (
            <Found key={`${setting.section}/${setting.id}`} setting={setting} />
          ))}
        </ul>
      )}
    </>
  );
}
