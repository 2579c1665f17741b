import type { ComponentChildren } from 'preact';
import { openReader } from '../../utils/browser/tabs';
import { t } from '../../utils/browser/text';
import type { StarterSet } from '../../utils/discover/starter-sets';
import { FoldedPaper } from '../shared/folded-paper';
import { Icon } from '../shared/icon';
import { countWords } from '../shared/locale';
import { FirstCheck } from './first-check';
import { GrantChoice } from './grant-choice';
import { OpmlButton } from './import-export';
import { ImportReportView } from './import-report';
import { importReport, isImporting } from './opml-import';
import { chosen, chosenSets, setName, sets, step, steps, subscribeToSets, toggleSet } from './welcome-state';

function go(to: number): void {
  step.value = to;
}

function Report() {
  return (
    <div role="status" aria-live="polite">
      {isImporting.value ? (
        <p class="quiet">{t('opmlRunning')}</p>
      ) : (
        importReport.value && <ImportReportView report={importReport.value} />
      )}
    </div>
  );
}

function Foot({ children }: { children: ComponentChildren }) {
  return (
    <p class="welcome-foot">
      {step.value > 0 && (
        <button type="button" class="button" onClick={() => go(step.value - 1)}>
          {t('previousStep')}
        </button>
      )}
      <span class="space" />
      {children}
    </p>
  );
}

function BringFeeds() {
  const brought = importReport.value !== null;
  return (
    <>
      <h2>{t('welcomeBring')}</h2>
      <p>{t('welcomeBringText')}</p>
      <p class="welcome-choices">
        <OpmlButton />
        <a class="button" href="#backup">
          {t('welcomeBackup')}
        </a>
      </p>
      <Report />
      <Foot>
        <button type="button" class={brought ? 'button primary' : 'button'} onClick={() => go(1)}>
          {brought ? t('nextStep') : t('skipStep')}
        </button>
      </Foot>
    </>
  );
}

function WhatIsAsked() {
  return (
    <>
      <h2>{t('welcomeAsk')}</h2>
      <p>{t('welcomeAskText')}</p>
      <GrantChoice />
      <p class="welcome-choices">
        <FirstCheck />
      </p>
      <ul class="promises">
        <li>{t('welcomeKept')}</li>
        <li>{t('welcomeNobody')}</li>
        <li>{t('welcomeImages')}</li>
      </ul>
      <Foot>
        <button type="button" class="button primary" onClick={() => go(2)}>
          {t('nextStep')}
        </button>
      </Foot>
    </>
  );
}

function SetCard({ set }: { set: StarterSet }) {
  const id = `set-${set.id}`;
  return (
    <li class="set-card">
      <input
        type="checkbox"
        id={id}
        checked={chosen.value.has(set.id)}
        aria-describedby={`${id}-feeds`}
        onChange={() => toggleSet(set.id)}
      />
      <label for={id}>{setName(set.id)}</label>
      <p id={`${id}-feeds`} class="quiet" lang={set.language}>
        {set.feeds.map(({ title }) => title).join(' · ')}
      </p>
    </li>
  );
}

function StartWithSets() {
  const feeds = chosenSets.value.reduce((sum, set) => sum + set.feeds.length, 0);
  return (
    <>
      <h2>{t('welcomeSets')}</h2>
      <p>{t('welcomeSetsText')}</p>
      <ul class="set-cards">
        {sets.value.map((set) => (
          <SetCard key={set.id} set={set} />
        ))}
      </ul>
      <p class="quiet">
        {t('welcomeSite')} <a href="#feeds/add">{t('addFeed')}</a>
      </p>
      <Report />
      <Foot>
        <button
          type="button"
          class={importReport.value ? 'button primary' : 'button'}
          onClick={() => void openReader()}
        >
          {t('openReader')}
        </button>
        {feeds > 0 && (
          <button
            type="button"
            class="button primary"
            aria-disabled={isImporting.value}
            onClick={() => void subscribeToSets()}
          >
            <Icon name="plus" />
            {countWords('subscribeTo', feeds)}
          </button>
        )}
      </Foot>
    </>
  );
}

const views = [BringFeeds, WhatIsAsked, StartWithSets];

/** The first run in three short steps, each of which can be left out. */
export function Welcome() {
  const View = views[step.value] ?? StartWithSets;
  return (
    <div class="welcome">
      <FoldedPaper />
      <h1>{t('welcomeTitle')}</h1>
      <p class="quiet">{t('welcomeStep', [String(step.value + 1), String(steps)])}</p>
      <View />
    </div>
  );
}
