import { useEffect, useState } from 'preact/hooks';
import { originalAddress } from '../../utils/article/images/chain';
import { applyTemplate, proxyPresets } from '../../utils/article/images/proxies';
import { requestProxyData } from '../../utils/browser/proxy-permission';
import { t } from '../../utils/browser/text';
import { listEntries } from '../../utils/db/entry-lists';
import { readUrl } from '../../utils/text/address-url';
import { IconButton } from '../shared/icon-button';

const patience = 15_000;

/** One picture of the reader's own articles, with the words that she knows it by. */
interface Sample {
  image: string;
  title: string;
}

type Trial =
  | { state: 'none' | 'looking' | 'nothing' | 'denied' }
  | { state: 'running' | 'came' | 'failed'; sample: Sample };

/** The newest article with a picture that this proxy may be told of. */
async function findSample(template: string): Promise<Sample | null> {
  const entries = await listEntries({ filter: 'all', limit: 100 }).catch(() => []);
  const found = entries.find(({ image }) => image !== '' && applyTemplate(template, originalAddress(image)));
  return found
    ? { image: originalAddress(found.image), title: found.title.slice(0, 80) || found.link }
    : null;
}

/** As readers know it: by its own name, or by its host. */
export function proxyName(template: string): string {
  const preset = proxyPresets.find((one) => one.template === template);
  return preset?.name ?? readUrl(template)?.hostname ?? template;
}

interface TrialProps {
  template: string;
  sample: Sample;
  onEnd: (state: 'came' | 'failed') => void;
}

/** Asks a proxy for the picture; only ever after a press. */
function TrialImage({ template, sample, onEnd }: TrialProps) {
  useEffect(() => {
    const timer = setTimeout(() => onEnd('failed'), patience);
    return () => clearTimeout(timer);
  }, []);
  const address = applyTemplate(template, sample.image);
  if (address === null) return null;
  return (
    <img
      src={address}
      alt=""
      referrerpolicy="no-referrer"
      onLoad={() => onEnd('came')}
      onError={() => onEnd('failed')}
    />
  );
}

function words(trial: Trial, name: string): string {
  if (trial.state === 'nothing') return t('imageProxyNothing');
  if (trial.state === 'denied') return t('imageProxyUnasked', [name]);
  if (trial.state === 'came') return t('imageProxyCame', [name, trial.sample.title]);
  return trial.state === 'failed' ? t('imageProxyFailed', [name, trial.sample.title]) : '';
}

interface Props {
  template: string;
  /** Not for the first. */
  onUp?: () => void;
  onRemove: () => void;
}

/** One of the reader's proxies: try it, move it up, remove it. */
export function ImageProxy({ template, onUp, onRemove }: Props) {
  const [trial, setTrial] = useState<Trial>({ state: 'none' });
  const name = proxyName(template);
  const tryIt = async () => {
    setTrial({ state: 'looking' });
    // straight in the click: she may have taken back what she said when she added it
    if (!(await requestProxyData())) return setTrial({ state: 'denied' });
    const sample = await findSample(template);
    setTrial(sample ? { state: 'running', sample } : { state: 'nothing' });
  };
  return (
    <li class="proxy">
      <strong>{name}</strong>
      <code>{template}</code>
      <div class="proxy-actions">
        <button
          type="button"
          class="button small"
          aria-label={t('imageProxyTryNamed', [name])}
          onClick={() => void tryIt()}
        >
          {t('imageProxyTry')}
        </button>
        {onUp && <IconButton icon="previous" label={t('imageProxyUp', [name])} onClick={onUp} />}
        <IconButton icon="trash" label={t('imageProxyRemove', [name])} onClick={onRemove} />
      </div>
      <p class="quiet" role="status">
        {trial.state === 'running' && (
          <TrialImage
            template={template}
            sample={trial.sample}
            onEnd={(state) => setTrial({ state, sample: trial.sample })}
          />
        )}
        {words(trial, name)}
      </p>
    </li>
  );
}
