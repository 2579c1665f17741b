import { ArticleTools, BackButton, StepButtons } from './article-tools';
import { ArticleView } from './article-view';
import type { Reading } from './reading-state';

/** An open article below what can be done with it. */
export function OpenArticle({ open }: { open: Reading }) {
  return (
    <>
      <div class="bar">
        <BackButton />
        <span class="space" />
        <StepButtons />
        <ArticleTools entry={open.entry} />
      </div>
      <ArticleView reading={open} />
    </>
  );
}
