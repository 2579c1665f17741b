import './extension-stand-in';
import '../../components/shared/tokens.css';
import '../../components/shared/base.css';
import '../../components/shared/list.css';
import '../../components/shared/article.css';
import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { Banner } from '../../components/shared/banner';
import { BodySkeleton } from '../../components/shared/body-skeleton';
import { ListSkeleton } from '../../components/shared/list-skeleton';
import { Meter } from '../../components/shared/meter';
import { RetryNote } from '../../components/shared/retry-note';
import { emptyStage } from './stage';

const host = emptyStage();
const root = document.documentElement;
afterEach(() => delete root.dataset.theme);

test.each(['light', 'sepia', 'dark', 'black'])(
  'what is on its way, or did not come, is plain in %s',
  async (theme) => {
    root.lang = 'en';
    root.dataset.theme = theme;
    document.title = 'On its way';
    render(
      <>
        <h1>Articles</h1>
        <Banner icon="offline" tone="plain" text="You are offline." />
        <ListSkeleton />
        <BodySkeleton />
        <RetryNote text="The list could not be read." onRetry={() => undefined} />
        <Meter label="Export" done={3} total={8} onCancel={() => undefined} />
      </>,
      host,
    );
    await expect.poll(() => host.querySelector('[role=status].visually-hidden')?.textContent).toContain('25');
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run(document, { runOnly, rules: { 'target-size': { enabled: true } } });
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  },
);
