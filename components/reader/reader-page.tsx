import { Banners } from '../shared/banners';
import { route } from '../shared/route';
import { previewedAddress } from '../shared/route-hash';
import { ToastArea } from '../shared/toast-area';
import { LazyPreview } from './lazy-preview';
import { Reader } from './reader';

/** What is subscribed, or a feed that may be. */
export function ReaderPage() {
  const previewing = route.value && previewedAddress(location.hash) !== null;
  if (!previewing) return <Reader />;
  return (
    <>
      <Banners />
      <LazyPreview />
      <ToastArea />
    </>
  );
}
