import { Component, createRef } from 'preact';
import type { Entry } from '../../utils/model/entry';
import { EntryRow } from './entry-row';
import { unwatchNearness, watchNearness } from './nearness';

interface Props {
  entries: readonly Entry[];
  /** Rows above this page. */
  above: number;
  setSize: number;
  /** null where the selected row is on another page. */
  selectedId: number | null;
  /** While nothing is selected, Tab stops at the first row of the first page. */
  tabStopId: number | null;
}

interface State {
  /** What the page measured when it was left; null while it is near enough to be drawn. */
  blankHeight: number | null;
}

const props = ['entries', 'selectedId', 'tabStopId', 'setSize', 'above'] as const;

/**
 * Fifty rows, drawn again only when one of them has changed. Far from the eye only their height remains, so that a list
 * of any length costs as much as a screen or two.
 */
export class EntryPage extends Component<Props, State> {
  override state: State = { blankHeight: null };
  private readonly frame = createRef<HTMLDivElement>();

  override shouldComponentUpdate(next: Props, nextState: State): boolean {
    if (nextState.blankHeight !== this.state.blankHeight) return true;
    return nextState.blankHeight === null && props.some((key) => next[key] !== this.props[key]);
  }

  override componentDidMount(): void {
    const { current } = this.frame;
    if (!current) return;
    watchNearness(current, (isNear) => {
      this.setState({ blankHeight: isNear ? null : current.offsetHeight });
    });
  }

  override componentWillUnmount(): void {
    if (this.frame.current) unwatchNearness(this.frame.current);
  }

  override render({ entries, above, setSize, selectedId, tabStopId }: Props, { blankHeight }: State) {
    const rows = blankHeight === null ? entries : [];
    return (
      <div
        ref={this.frame}
        class="page"
        role="none"
        data-page={above}
        style={{ blockSize: blankHeight === null ? '' : `${blankHeight}px` }}
      >
        {rows.map((entry, index) => (
          <EntryRow
            key={entry.id}
            entry={entry}
            place={above + index + 1}
            setSize={setSize}
            selected={entry.id === selectedId}
            tabStop={entry.id === tabStopId}
          />
        ))}
      </div>
    );
  }
}
