import { useState } from 'preact/hooks';
import { proxyPresets, templateFault } from '../../utils/article/images/proxies';
import { requestProxyData } from '../../utils/browser/proxy-permission';
import { t } from '../../utils/browser/text';
import { changeSettings, settings } from '../shared/settings-state';
import { toast } from '../shared/toasts';
import { ImageProxy, proxyName } from './image-proxy';
import { Setting } from './setting';
import { SettingControl } from './setting-controls';

/** The settings keep no more. */
const mostProxies = 8;

/** Called in a click: Firefox asks the reader then whether addresses of images may leave. */
async function add(template: string): Promise<void> {
  if (await requestProxyData()) changeSettings({ imageProxies: [...settings.value.imageProxies, template] });
  else toast(t('imageProxyDenied'), { tone: 'bad' });
}

/** Puts one in the place before, or takes it out. */
function moveUp(at: number): void {
  const proxies = [...settings.value.imageProxies];
  proxies.splice(at - 1, 0, ...proxies.splice(at, 1));
  changeSettings({ imageProxies: proxies });
}

function remove(at: number): void {
  const { imageProxies } = settings.value;
  changeSettings({ imageProxies: imageProxies.filter((_, index) => index !== at) });
  const undo = () => void changeSettings({ imageProxies });
  toast(t('addressRemoved', [proxyName(imageProxies[at] ?? '')]), {
    action: { label: t('undo'), run: undo },
  });
}

function Presets({ chosen }: { chosen: readonly string[] }) {
  const open = proxyPresets.filter(({ template }) => !chosen.includes(template));
  return (
    <p class="presets">
      {open.map(({ name, template }) => (
        <button key={name} type="button" class="button small" onClick={() => void add(template)}>
          {t('imageProxyAdd', [name])}
        </button>
      ))}
    </p>
  );
}

/** A template that the reader types; what cannot be used is said, not stored. */
function OwnProxy({ chosen }: { chosen: readonly string[] }) {
  const [refused, setRefused] = useState(false);
  const take = (form: HTMLFormElement) => {
    const input = form.elements.namedItem('template');
    if (!(input instanceof HTMLInputElement)) return;
    const template = input.value.trim();
    const usable = templateFault(template) === null && template.length <= 300;
    setRefused(!usable);
    if (!usable) return;
    if (!chosen.includes(template)) void add(template);
    form.reset();
  };
  return (
    <form
      class="own-proxy"
      onSubmit={(event) => {
        event.preventDefault();
        take(event.currentTarget);
      }}
    >
      <label for="own-proxy">{t('imageProxyOwn')}</label>
      <div class="address-line">
        <input
          id="own-proxy"
          name="template"
          type="text"
          inputMode="url"
          autocapitalize="none"
          spellcheck={false}
          aria-describedby="own-proxy-text"
          aria-invalid={refused}
        />
        <button type="submit" class="button">
          {t('imageProxyAddOwn')}
        </button>
      </div>
      <p id="own-proxy-text" class="quiet" role="status">
        {refused && <strong>{t('imageProxyRefused')} </strong>}
        {t('imageProxyForm', [`\${href_ue}`, `\${href}`, `\${host}\${pathname}`])}
      </p>
    </form>
  );
}

/** When images are asked for, and through which proxies. */
export function ImagesSection() {
  const chosen = settings.value.imageProxies;
  return (
    <>
      <h1>{t('sectionImages')}</h1>
      <SettingControl of="images/load" />
      <Setting id="proxies">
        <h2>{t('imageProxies')}</h2>
        <p class="lead">{t('imageProxiesText')}</p>
        <ol class="proxies">
          {chosen.map((template, at) => (
            <ImageProxy
              key={template}
              template={template}
              {...(at > 0 && { onUp: () => moveUp(at) })}
              onRemove={() => remove(at)}
            />
          ))}
        </ol>
        {chosen.length < mostProxies && (
          <>
            <Presets chosen={chosen} />
            <OwnProxy chosen={chosen} />
          </>
        )}
      </Setting>
    </>
  );
}
