import { Component } from 'preact';
import type { Entry } from '../../utils/model/entry';
import { EntryRow } from './entry-row';

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

/** Fifty rows, drawn again only when one of them has changed: the others stay as they are with ten thousand below. */
export class EntryPage extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const keys = ['entries', 'selectedId', 'tabStopId', 'setSize', 'above'] as const;
    return keys.some((key) => next[key] !== this.props[key]);
  }

  override render({ entries, above, setSize, selectedId, tabStopId }: Props) {
    return (
      <div class="page" role="none">
        {entries.map((entry, index) => (
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
