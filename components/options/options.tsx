import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { openReader } from '../../utils/browser/tabs';
import { type TextKey, t } from '../../utils/browser/text';
import { Banners } from '../shared/banners';
import { Icon } from '../shared/icon';
import { ToastArea } from '../shared/toast-area';
import { AboutSection } from './about-section';
import { ArchiveSection } from './archive-section';
import { BackupSection } from './backup-section';
import { BadgeSection } from './badge-section';
import { FeedsSection } from './feeds-section';
import { LazyImages } from './lazy-images';
import { ReadingSection } from './reading-section';

interface Section {
  id: string;
  title: TextKey;
  view: ComponentType;
}

const feedsPage: Section = { id: 'feeds', title: 'sectionFeeds', view: FeedsSection };
const sections: readonly Section[] = [
  feedsPage,
  { id: 'reading', title: 'sectionReading', view: ReadingSection },
  { id: 'images', title: 'sectionImages', view: LazyImages },
  { id: 'badge', title: 'sectionBadge', view: BadgeSection },
  { id: 'archive', title: 'sectionArchive', view: ArchiveSection },
  { id: 'backup', title: 'sectionBackup', view: BackupSection },
  { id: 'about', title: 'sectionAbout', view: AboutSection },
];

const place = signal(location.hash.slice(1));
window.addEventListener('hashchange', () => {
  place.value = location.hash.slice(1);
});

function SectionList({ shown }: { shown: Section }) {
  return (
    <nav class="options-nav" aria-label={t('settings')}>
      <span class="brand" lang="en">
        {t('extensionName')}
      </span>
      {sections.map((section) => (
        <a
          key={section.id}
          class="place"
          href={`#${section.id}`}
          aria-current={section === shown ? 'page' : undefined}
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

/** Feeds and settings, a section at a time; every change takes effect at once. */
export function Options() {
  const shown = sections.find(({ id }) => id === place.value) ?? feedsPage;
  const View = shown.view;
  return (
    <div class="options">
      <SectionList shown={shown} />
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
