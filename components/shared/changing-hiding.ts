import { t } from '../../utils/browser/text';
import { type Hiding, type HidingRule, noHiding } from '../../utils/model/hiding';
import { feedsById } from './feeds-state';
import { perform } from './perform';
import { toast } from './toasts';

export const sameRule = (a: HidingRule, b: HidingRule): boolean => a.by === b.by && a.what === b.what;

/** Changes what is hidden of a feed's articles, and offers to take it back. Whether it was done. */
export async function changeHiding(
  feedId: number,
  change: (hiding: Hiding) => Hiding,
  said: string,
): Promise<boolean> {
  const before = feedsById.value.get(feedId)?.hiding ?? noHiding;
  const done = await perform('setHiding', { feedId, hiding: change(before) });
  if (!done) return false;
  const run = () => void perform('setHiding', { feedId, hiding: before });
  toast(said, { action: { label: t('undo'), run } });
  return true;
}

export function addRule(feedId: number, rule: HidingRule): Promise<boolean> {
  const add = ({ rules, shown }: Hiding) => {
    return { rules: [...rules.filter((one) => !sameRule(one, rule)), rule], shown };
  };
  return changeHiding(feedId, add, t('hidingMade'));
}

export function removeRule(feedId: number, rule: HidingRule): Promise<boolean> {
  const remove = ({ rules, shown }: Hiding) => {
    return { rules: rules.filter((one) => !sameRule(one, rule)), shown };
  };
  return changeHiding(feedId, remove, t('hidingRemoved'));
}

/** Applies a rule, or only keeps it. */
export function switchRule(feedId: number, rule: HidingRule, on: boolean): Promise<boolean> {
  const { off: _, ...applied } = rule;
  const next: HidingRule = on ? applied : { ...rule, off: true };
  const change = ({ rules, shown }: Hiding) => {
    return { rules: rules.map((one) => (sameRule(one, rule) ? next : one)), shown };
  };
  return changeHiding(feedId, change, t(on ? 'hidingOn' : 'hidingOff'));
}

/** Shows a passage that the feed repeats, or hides it again. */
export function switchLearned(feedId: number, id: string, hide: boolean): Promise<boolean> {
  const change = ({ rules, shown }: Hiding) => {
    const others = shown.filter((one) => one !== id);
    return { rules, shown: hide ? others : [...others, id] };
  };
  return changeHiding(feedId, change, t(hide ? 'hidingOn' : 'hidingOff'));
}
