import '../../components/shared/tokens.css';
import '../../components/shared/base.css';
import '../../components/shared/list.css';
import '../../components/shared/search.css';
import '../../components/shared/article.css';
import '../../components/shared/panels.css';
import '../../components/shared/hiding.css';
import '../../components/shared/listening.css';
import '../../components/reader/reader.css';
import '../../components/reader/choosing.css';
import '../../components/reader/preview.css';
import { ReaderPage } from '../../components/reader/reader-page';
import { followRoute } from '../../components/shared/follow-route';
import { noteOpening } from '../../components/shared/note-opening';
import { startPage } from '../../components/shared/start-page';

followRoute();
startPage(<ReaderPage />);
void noteOpening();
