import '../../components/shared/tokens.css';
import '../../components/shared/base.css';
import '../../components/shared/list.css';
import '../../components/shared/search.css';
import '../../components/shared/article.css';
import '../../components/shared/panels.css';
import '../../components/shared/hiding.css';
import '../../components/shared/listening.css';
import '../../components/popup/popup.css';
import { Popup } from '../../components/popup/popup';
import { followRoute } from '../../components/shared/follow-route';
import { noteOpening } from '../../components/shared/note-opening';
import { startPage } from '../../components/shared/start-page';

followRoute();
startPage(<Popup />);
void noteOpening();
