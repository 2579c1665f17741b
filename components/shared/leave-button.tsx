import { useEffect } from 'preact/hooks';
import { t } from '../../utils/browser/text';
import { handOver } from './hand-over';
import { IconButton } from './icon-button';
import type { Leave } from './listening-state';
import { speech } from './reading-aloud';
import { playing } from './recordings';
import { toast } from './toasts';

let isSaid = false;

/** In a window that closes with the next click elsewhere, and what sounds with it: the way to one that stays. Said once. */
export function LeaveButton({ leave }: { leave: Leave }) {
  const sounds = playing.value === 'playing' || speech.value?.status === 'speaking';
  const go = () => void handOver().then(leave);
  useEffect(() => {
    if (!sounds || isSaid) return;
    isSaid = true;
    toast(t('endsWithWindow'), { action: { label: t('listenInReader'), run: go } });
  }, [sounds]);
  return <IconButton icon="external" label={t('listenInReader')} onClick={go} />;
}
