import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { openReader } from '../../utils/browser/tabs';
import { type TextKey, t } from '../../utils/browser/text';
import { Banners } from '../shared/banners';
import { Icon } from '../shared/icon';
import { lazyView } from '../shared/lazy-view';
import { ToastArea } from '../shared/toast-area';
import { FeedsSection } from './feeds-section';
import { place } from './place';
import { leaveSettingsSearch, settingsQuery } from './settings-query';

interface Section {
  id: string;
  title: TextKey;
  view: ComponentType;
}

const feedsPage: Section = { id: 'feeds', title: 'sectionFeeds', view: FeedsSection };
const sections: readonly Section[] = [
  feedsPage,
  {
    id: 'health',
    title: 'sectionHealth',
    view: lazyView(async () => (await import('./health-section')).HealthSection),
  },
  {
    id: 'reading',
    title: 'sectionReading',
    view: lazyView(async () => (await import('./reading-section')).ReadingSection),
  },
  {
    id: 'listening',
    title: 'listening',
    view: lazyView(async () => (await import('./listening-section')).ListeningSection),
  },
  {
    id: 'images',
    title: 'sectionImages',
    view: lazyView(async () => (await import('./images-section')).ImagesSection),
  },
  {
    id: 'rules',
    title: 'sectionRules',
    view: lazyView(async () => (await import('./rules-section')).RulesSection),
  },
  {
    id: 'badge',
    title: 'sectionBadge',
    view: lazyView(async () => (await import('./badge-section')).BadgeSection),
  },
  {
    id: 'keys',
    title: 'sectionKeys',
    view: lazyView(async () => (await import('./keys-section')).KeysSection),
  },
  {
    id: 'archive',
    title: 'sectionArchive',
    view: lazyView(async () => (await import('./archive-section')).ArchiveSection),
  },
  {
    id: 'backup',
    title: 'sectionBackup',
    view: lazyView(async () => (await import('./backup-section')).BackupSection),
  },
  {
    id: 'about',
    title: 'sectionAbout',
    view: lazyView(async () => (await import('./about-section')).AboutSection),
  },
];

const FeedPage = lazyView(async () => (await import('./feed-page')).FeedPage);

/** Where the first run leads; later it is found again under About. */
const welcome: Section = {
  id: 'welcome',
  title: 'welcomeTitle',
  view: lazyView(async () => (await import('./welcome')).Welcome),
};

/** In its own tab, where there is one already. */
function toReader(event: Event): void {
  event.preventDefault();
  void openReader();
}

function showCurrent(nav: HTMLElement | null): void {
  const own = nav?.querySelector<HTMLElement>('[aria-current]');
  if (nav && own) nav.scrollLeft = own.offsetLeft - (nav.clientWidth - own.offsetWidth) / 2;
}

/** In a narrow window the sections stand in one line that scrolls: the one that is shown stays in sight. */
function useShownInSight(shown: Section) {
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const look = () => showCurrent(nav.current);
    look();
    addEventListener('resize', look);
    return () => removeEventListener('resize', look);
  }, [shown]);
  return nav;
}

function SectionList({ shown }: { shown: Section }) {
  return (
    <nav ref={useShownInSight(shown)} class="options-nav" aria-label={t('settings')}>
      {sections.map((section) => (
        <a
          key={section.id}
          class="place"
          href={`#${section.id}`}
          aria-current={section === shown && settingsQuery.value === '' ? 'page' : undefined}
          onClick={leaveSettingsSearch}
        >
          {t(section.title)}
        </a>
      ))}
      <button type="button" class="place add" onClick={() => void openReader()}>
        <Icon name="expand" />
        <span>{t('openReader')}</span>
      </button>
    </nav>
  );
}

const SettingsSearch = lazyView(
  async () => (await import('./settings-search')).SettingsSearch,
  <div class="settings-search" />,
);
const SettingsFound = lazyView(async () => (await import('./settings-found')).SettingsFound);

/** Feeds and settings, a section at a time; every change takes effect at once. */
export function Options() {
  const { section, feedId } = place.value;
  const shown = [...sections, welcome].find(({ id }) => id === section) ?? feedsPage;
  const Section = feedId === null ? shown.view : FeedPage;
  const View = settingsQuery.value.trim() === '' ? Section : SettingsFound;
  return (
    <div class="options">
      <header class="options-side">
        <a class="brand" lang="en" href="/reader.html" title={t('openReader')} onClick={toReader}>
          {t('extensionName')}
        </a>
        <SettingsSearch />
        <SectionList shown={shown} />
      </header>
      <main class="options-main">
        <Banners />
        <div class="options-column">
          <View />
        </div>
      </main>
      <ToastArea />
    </div>
  );
}
