import { useEffect, useState } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { voiceGroup, voicesFor } from '../../utils/listening/voices';
import { feeds } from './feeds-state';
import { changeListening, choices } from './listening-choices';
import { uiLanguage } from './locale';
import { PaceSelect, skipOptions } from './play-parts';
import { NextToo } from './sleep-button';
import { languageName } from './voice-words';
import { canSpeak, loadVoices, voices } from './voices';

/** Languages whose voices can be chosen: of the interface, of the feeds, and both ways of writing Chinese. */
function groupsWanted(): string[] {
  const tags = [
    uiLanguage(),
    'zh-CN',
    'zh-TW',
    'zh-HK',
    'en',
    ...feeds.value.map(({ language }) => language),
  ];
  return [...new Set(tags.map(voiceGroup).filter((group) => group !== ''))];
}

/** Says a few words, so that the reader hears what she chooses. */
function tryVoice(group: string, voice: SpeechSynthesisVoice): void {
  const sample = new SpeechSynthesisUtterance(languageName(group));
  sample.voice = voice;
  sample.lang = voice.lang;
  sample.rate = choices.value.rate;
  speechSynthesis.cancel();
  speechSynthesis.speak(sample);
}

function VoiceRow({ group }: { group: string }) {
  const { voices: chosen, remoteVoices } = choices.value;
  const offered = voicesFor(group, voices.value, remoteVoices);
  const current = offered.find(({ voiceURI }) => voiceURI === chosen[group]) ?? offered[0];
  const id = `voice-${group}`;
  return (
    <li class="voice-row">
      <label for={id}>{languageName(group)}</label>
      {current ? (
        <>
          <select
            id={id}
            value={current.voiceURI}
            onChange={(event) =>
              changeListening({ voices: { ...chosen, [group]: event.currentTarget.value } })
            }
          >
            {offered.map((voice) => (
              <option key={voice.voiceURI} value={voice.voiceURI}>
                {voice.localService ? voice.name : t('voiceOnline', [voice.name])}
              </option>
            ))}
          </select>
          <button
            type="button"
            class="button small"
            aria-label={t('voiceTry', [languageName(group)])}
            onClick={() => tryVoice(group, current)}
          >
            {t('voiceTryIt')}
          </button>
        </>
      ) : (
        <span class="quiet">{t('voiceNone')}</span>
      )}
    </li>
  );
}

function VoiceList() {
  const [isKnown, setKnown] = useState(false);
  useEffect(() => void loadVoices().then(() => setKnown(true)), []);
  if (!canSpeak) return <p class="note">{t('speechUnknown')}</p>;
  if (isKnown && voices.value.length === 0) return <p class="note">{t('speechNoVoices')}</p>;
  return (
    <ul class="voices" aria-busy={!isKnown}>
      {groupsWanted().map((group) => (
        <VoiceRow key={group} group={group} />
      ))}
    </ul>
  );
}

function RemoteChoice() {
  return (
    <div class="remote-voices">
      <label class="check">
        <input
          type="checkbox"
          checked={choices.value.remoteVoices}
          aria-describedby="remote-voices"
          onChange={(event) => changeListening({ remoteVoices: event.currentTarget.checked })}
        />
        {t('voicesRemote')}
      </label>
      <p id="remote-voices" class="quiet">
        {t('voicesRemoteText')}
      </p>
    </div>
  );
}

function SkipSelect({ which, label }: { which: 'back' | 'ahead'; label: string }) {
  return (
    <label class="pace-choice">
      <span>{label}</span>
      <select
        value={String(choices.value[which])}
        onChange={(event) => changeListening({ [which]: Number(event.currentTarget.value) })}
      >
        {skipOptions(choices.value[which]).map(({ value, label: words }) => (
          <option key={value} value={String(value)}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

function OnOff({ which, label }: { which: 'playOn' | 'readWhenHeard'; label: string }) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={choices.value[which]}
        onChange={(event) => changeListening({ [which]: event.currentTarget.checked })}
      />
      {label}
    </label>
  );
}

function PaceChoice({ label, ...pace }: Parameters<typeof PaceSelect>[0]) {
  return (
    <div class="pace-choice">
      <span aria-hidden="true">{label}</span>
      <PaceSelect label={label} {...pace} />
    </div>
  );
}

/** How recordings sound, how far a press skips, and what happens at their end. */
export function RecordingChoices() {
  return (
    <>
      <div class="pace-choices">
        <PaceChoice
          label={t('speed')}
          value={choices.value.speed}
          onChoose={(speed) => changeListening({ speed })}
        />
        <SkipSelect which="back" label={t('skipBackBy')} />
        <SkipSelect which="ahead" label={t('skipAheadBy')} />
      </div>
      <OnOff which="playOn" label={t('playOn')} />
      <OnOff which="readWhenHeard" label={t('readWhenHeard')} />
    </>
  );
}

/** Who reads aloud, and how fast. */
export function VoiceChoices() {
  return (
    <>
      <div class="pace-choices">
        <PaceChoice
          label={t('speechRate')}
          value={choices.value.rate}
          onChoose={(rate) => changeListening({ rate })}
        />
      </div>
      <VoiceList />
      <RemoteChoice />
      <NextToo />
    </>
  );
}
