import '../../components/shared/tokens.css';
import '../../components/shared/base.css';
import '../../components/shared/article.css';
import '../../components/shared/panels.css';
import '../../components/shared/hiding.css';
import '../../components/options/options.css';
import '../../components/options/settings.css';
import '../../components/options/keys.css';
import '../../components/options/rules.css';
import '../../components/options/welcome.css';
import '../../components/options/archive.css';
import '../../components/options/images.css';
import '../../components/options/pictures.css';
import '../../components/options/health.css';
import '../../components/options/feed-page.css';
import { Options } from '../../components/options/options';
import { startPage } from '../../components/shared/start-page';

startPage(<Options />);
