import { useEffect, useState } from 'preact/hooks';
import { applyTemplate, proxyPresets } from '../../utils/article/images/proxies';
import { t } from '../../utils/browser/text';
import { readUrl } from '../../utils/text/address-url';
import { IconButton } from '../shared/icon-button';

/** A small public image that has stood at its address for decades. */
const testImage = 'https://www.w3.org/Icons/w3c_home.png';
const patience = 15_000;

type Trial = 'none' | 'running' | 'came' | 'failed';

function nameOf(template: string): string {
  const preset = proxyPresets.find((one) => one.template === template);
  return preset?.name ?? readUrl(template)?.hostname ?? template;
}

/** Asks a proxy for the test image; only ever after a press. */
function TrialImage({ template, onEnd }: { template: string; onEnd: (trial: Trial) => void }) {
  useEffect(() => {
    const timer = setTimeout(() => onEnd('failed'), patience);
    return () => clearTimeout(timer);
  }, []);
  const address = applyTemplate(template, testImage);
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
  if (trial === 'came') return t('imageProxyCame', [name]);
  return trial === 'failed' ? t('imageProxyFailed', [name]) : '';
}

interface Props {
  template: string;
  /** Not for the first. */
  onUp?: () => void;
  onRemove: () => void;
}

/** One of the reader's proxies: try it, move it up, remove it. */
export function ImageProxy({ template, onUp, onRemove }: Props) {
  const [trial, setTrial] = useState<Trial>('none');
  const name = nameOf(template);
  return (
    <li class="proxy">
      <strong>{name}</strong>
      <code>{template}</code>
      <div class="proxy-actions">
        <button
          type="button"
          class="button small"
          aria-label={t('imageProxyTryNamed', [name])}
          onClick={() => setTrial('running')}
        >
          {t('imageProxyTry')}
        </button>
        {onUp && <IconButton icon="previous" label={t('imageProxyUp', [name])} onClick={onUp} />}
        <IconButton icon="trash" label={t('imageProxyRemove', [name])} onClick={onRemove} />
      </div>
      <p class="quiet" role="status">
        {trial === 'running' && <TrialImage template={template} onEnd={setTrial} />}
        {words(trial, name)}
      </p>
    </li>
  );
}
