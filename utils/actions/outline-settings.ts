import type { FeedChoices } from '../model/feed-choices';
import { readHiding } from '../model/hiding';
import { isSpeed } from '../model/listening';
import { ownRetention } from '../model/retention';
import { chineseScripts, imagePolicies } from '../model/settings';

/** What the reader chose for one feed, beside its name, folder and addresses. */
type OutlineChoices = FeedChoices & {
  /** Its articles are shown whole, with what they repeat. */
  keepsRepeats?: boolean;
};

const flags = ['notify', 'keepsOffline', 'fetchesFullText', 'keepsApart', 'keepsRepeats'] as const;

/** The choices in the words of our OPML namespace; those that are as for every feed are left out. */
export function writeChoices(choices: OutlineChoices): Record<string, string> {
  const { checkEvery, images, hiding, chineseScript, speed } = choices;
  const retention = ownRetention(choices.retention);
  const chosen = flags.filter((flag) => choices[flag]).map((flag) => [flag, 'true'] as const);
  return {
    ...(checkEvery && { checkEvery: String(checkEvery) }),
    ...(images && { images }),
    ...(chineseScript && { chineseScript }),
    ...(speed && { speed: String(speed) }),
    ...(hiding && { hiding: JSON.stringify(hiding) }),
    ...(Object.keys(retention).length > 0 && { retention: JSON.stringify(retention) }),
    ...Object.fromEntries(chosen),
  };
}

/** The choices out of a document that anyone may have written: what is none is left out. */
export function readChoices(settings: Readonly<Record<string, string>>): OutlineChoices {
  const own = new Map(Object.entries(settings));
  const minutes = Number(own.get('checkEvery'));
  const images = imagePolicies.find((policy) => policy === own.get('images'));
  const retention = ownRetention(parsed(own.get('retention') ?? ''));
  const hiding = readHiding(parsed(own.get('hiding') ?? ''));
  const chineseScript = chineseScripts.find((script) => script === own.get('chineseScript'));
  const speed = Number(own.get('speed'));
  return {
    ...(Number.isInteger(minutes) && minutes >= 15 && minutes <= 1440 && { checkEvery: minutes }),
    ...(images && { images }),
    ...(Object.keys(retention).length > 0 && { retention }),
    ...(hiding && { hiding }),
    ...(chineseScript && { chineseScript }),
    ...(isSpeed(speed) && { speed }),
    ...Object.fromEntries(flags.filter((flag) => own.get(flag) === 'true').map((flag) => [flag, true])),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
