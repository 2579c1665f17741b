import { choicesOf, type FeedChoices } from './feed-choices';
import { readHiding } from './hiding';
import { isSpeed } from './listening';
import { ownRetention } from './retention';
import { chineseScripts, imagePolicies } from './settings';

/** The choices among `value`, which comes from outside: what is none is left out. */
export function choicesFrom(value: unknown): FeedChoices {
  const own = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  const minutes = own.get('checkEvery');
  const isInterval =
    typeof minutes === 'number' && Number.isInteger(minutes) && minutes >= 15 && minutes <= 1440;
  const rules = ownRetention(own.get('retention'));
  const images = imagePolicies.find((policy) => policy === own.get('images'));
  const hiding = readHiding(own.get('hiding'));
  const chineseScript = chineseScripts.find((script) => script === own.get('chineseScript'));
  const speed = own.get('speed');
  return choicesOf({
    ...(isInterval && { checkEvery: minutes }),
    ...(Object.keys(rules).length > 0 && { retention: rules }),
    ...(images && { images }),
    ...(own.get('notify') === true && { notify: true }),
    ...(own.get('keepsOffline') === true && { keepsOffline: true }),
    ...(own.get('fetchesFullText') === true && { fetchesFullText: true }),
    ...(own.get('keepsApart') === true && { keepsApart: true }),
    ...(hiding && { hiding }),
    ...(chineseScript && { chineseScript }),
    ...(isSpeed(speed) && { speed }),
  });
}
