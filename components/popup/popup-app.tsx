// what the first frame has no use for; see `entrypoints/popup`
import '../shared/search.css';
import '../shared/article.css';
import '../shared/panels.css';
import '../shared/hiding.css';
import '../shared/listening.css';
import './popup-parts.css';
import type { Front } from '../../utils/model/front';
import { beginWithFaces } from '../shared/feeds-state';
import { followRoute } from '../shared/follow-route';
import { beginWithRows } from '../shared/list-state';
import { noteOpening } from '../shared/note-opening';
import { startPage } from '../shared/start-page';
import { Popup } from './popup';

/** Takes over from the first frame, where there was one. */
export function startPopup(front: Front | null): void {
  if (front) {
    beginWithFaces(front);
    beginWithRows(front);
  }
  followRoute();
  startPage(<Popup />);
  void noteOpening();
}
