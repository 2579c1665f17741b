import type { Input, Output } from '../messages/protocol';
import type { World } from './world';

/** The reader has seen a notice: no page shows it again. */
export async function dismissNotice(
  world: World,
  { notice }: Input<'dismissNotice'>,
): Promise<Output<'dismissNotice'>> {
  await world.dismiss(notice);
  return {};
}
