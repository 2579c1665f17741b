import type { ComponentType } from 'preact';
import { lazyView } from '../shared/lazy-view';
import { loadListening } from '../shared/load-listening';
import {
  ChineseChoice,
  FaceChoice,
  SizeChoice,
  SpacingChoice,
  ThemeChoice,
  WidthChoice,
} from '../shared/reading-choices';
import { BadgeColors, BadgeShows } from './badge-choices';
import { GrantChoice } from './grant-choice';
import { ImagesLoad } from './images-load';
import { JoinStories } from './join-stories';
import { MarkReadOnOpen } from './mark-read-on-open';
import { RoomChoice } from './offline-room';
import { RememberSearches } from './remember-searches';
import { RsshubField } from './rsshub-field';
import { Setting } from './setting';
import { knownSettings } from './settings-table';
import { SwipeChoices } from './swipe-choices';

const RecordingChoices = lazyView(async () => (await loadListening()).RecordingChoices);
const VoiceChoices = lazyView(async () => (await loadListening()).VoiceChoices);

const bare: Readonly<Record<string, ComponentType>> = {
  'feeds/grant': GrantChoice,
  'feeds/rsshub': RsshubField,
  'reading/theme': ThemeChoice,
  'reading/face': FaceChoice,
  'reading/size': SizeChoice,
  'reading/width': WidthChoice,
  'reading/spacing': SpacingChoice,
  'reading/script': ChineseChoice,
  'reading/markread': MarkReadOnOpen,
  'reading/stories': JoinStories,
  'reading/recent': RememberSearches,
  'reading/swipe': SwipeChoices,
  'listening/speed': RecordingChoices,
  'listening/voices': VoiceChoices,
  'images/load': ImagesLoad,
  'badge/shows': BadgeShows,
  'badge/color': BadgeColors,
  'archive/room': RoomChoice,
};

/** By section and id, what changes a setting in place; settings that need a page of their own have none. */
export const controls: ReadonlyMap<string, ComponentType> = new Map(
  knownSettings.flatMap(({ section, id, names }) => {
    const Control = bare[`${section}/${id}`];
    if (!Control) return [];
    const view = () => (
      <Setting id={id} names={names}>
        <Control />
      </Setting>
    );
    return [[`${section}/${id}`, view] as const];
  }),
);

/** A setting's control, with the way back to its usual value. */
export function SettingControl({ of }: { of: string }) {
  const Control = controls.get(of);
  return Control ? <Control /> : null;
}
