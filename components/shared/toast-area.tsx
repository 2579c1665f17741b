import { t } from '../../utils/browser/text';
import { Icon } from './icon';
import { dismissToast, isHeld, type Toast, toasts } from './toasts';

function ToastCard({ toast }: { toast: Toast }) {
  const { action } = toast;
  const act = () => {
    dismissToast(toast.id);
    action?.run();
  };
  return (
    <div class={`toast ${toast.tone}`}>
      <span>{toast.text}</span>
      {action && (
        <button type="button" class="link-button" onClick={act}>
          {action.label}
        </button>
      )}
      <button
        type="button"
        class="icon-button small"
        aria-label={t('dismiss')}
        onClick={() => dismissToast(toast.id)}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

const hold = () => {
  isHeld.value = true;
};
const letGo = () => {
  isHeld.value = false;
};

/** Where passing words appear; always there, so that a screen reader hears what comes. */
export function ToastArea() {
  return (
    <div
      class="toasts"
      role="status"
      aria-live="polite"
      onPointerEnter={hold}
      onPointerLeave={letGo}
      onFocusIn={hold}
      onFocusOut={letGo}
    >
      {toasts.value.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}
