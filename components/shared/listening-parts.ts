import { dressSounds } from './dressed-sounds';
import { takeOver } from './hand-over';
import { followMedia } from './inline-media';
import { ListeningBar } from './listening-bar';
import { listeningKeys } from './listening-keys';
import { RecordingChoices, VoiceChoices } from './listening-view';
import { Player } from './player';
import './queue-articles';
import { QueueList } from './queue-panel';
import { queueKnown } from './recordings';

export { queueKnown };

/** All that sounds comes as one part with the first use: what pages load at their start names one file, not twelve. */
export const parts = {
  dressSounds,
  followMedia,
  ListeningBar,
  Player,
  QueueList,
  RecordingChoices,
  VoiceChoices,
  listeningKeys,
  takeOver,
};
