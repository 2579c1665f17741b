import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { heardUpTo, keepHeard } from './heard';
import { formatNumber } from './locale';
import { changeSettings, settings } from './settings-state';

interface Props {
  address: string;
  name: string;
}

const speeds = [0.75, 1, 1.25, 1.5, 1.75, 2];
const back = 15;
const ahead = 30;
/** The place is kept so often, s. */
const keptEvery = 5;

/** Feeds name no captions with their recordings: there is no track to offer. */
const Recording = 'audio';

/** Goes on where the reader stopped, at her speed, and keeps the place as it plays. */
function usePlace(player: { current: HTMLAudioElement | null }, address: string): void {
  useEffect(() => {
    const audio = player.current;
    if (!audio) return;
    let keptAt = 0;
    const keep = () => keepHeard(address, audio.currentTime, audio.duration);
    const onTime = () => {
      if (Math.abs(audio.currentTime - keptAt) < keptEvery) return;
      keptAt = audio.currentTime;
      keep();
    };
    const onStart = () => {
      const place = heardUpTo(address);
      if (place > 0) audio.currentTime = place;
      audio.playbackRate = settings.value.speed;
    };
    audio.addEventListener('loadedmetadata', onStart);
    audio.addEventListener('timeupdate', onTime);
    audio.addEventListener('pause', keep);
    return () => {
      audio.removeEventListener('loadedmetadata', onStart);
      audio.removeEventListener('timeupdate', onTime);
      audio.removeEventListener('pause', keep);
      if (audio.currentTime > 0) keep();
    };
  }, [address]);
}

/** A recording. Nothing of it is asked for before the reader presses play. */
export function Player({ address, name }: Props) {
  const player = useRef<HTMLAudioElement>(null);
  usePlace(player, address);
  const { speed } = settings.value;
  useEffect(() => {
    if (player.current) player.current.playbackRate = speed;
  }, [speed]);
  const skip = (seconds: number) => {
    if (player.current) player.current.currentTime = Math.max(0, player.current.currentTime + seconds);
  };
  return (
    <div class="player">
      <Recording ref={player} controls preload="none" src={address} aria-label={name} />
      <div class="player-tools">
        <button type="button" class="button small" onClick={() => skip(-back)}>
          {t('skipBack', [formatNumber(back)])}
        </button>
        <button type="button" class="button small" onClick={() => skip(ahead)}>
          {t('skipAhead', [formatNumber(ahead)])}
        </button>
        <label>
          <span>{t('speed')}</span>
          <select
            value={String(speed)}
            onChange={(event) => changeSettings({ speed: Number(event.currentTarget.value) })}
          >
            {speeds.map((one) => (
              <option key={one} value={String(one)}>
                {`${formatNumber(one)}×`}
              </option>
            ))}
          </select>
        </label>
      </div>
    </div>
  );
}
