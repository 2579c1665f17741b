import '../../components/shared/tokens.css';
import '../../components/shared/base.css';
import '../../components/shared/list.css';
import '../../components/popup/popup.css';
import { showFront } from '../../components/popup/show-front';

void showFront().then(async (front) => (await import('../../components/popup/popup-app')).startPopup(front));
