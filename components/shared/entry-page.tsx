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
}

/** Fifty rows, drawn again only when one of them has changed: the others stay as they are with ten thousand below. */
export class EntryPage extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const { entries, selectedId, setSize, above } = this.props;
    return (
      next.entries !== entries ||
      next.selectedId !== selectedId ||
      next.setSize !== setSize ||
      next.above !== above
    );
  }

  override render({ entries, above, setSize, selectedId }: Props) {
    return (
      <div class="page" role="none">
        {entries.map((entry, index) => (
          <EntryRow
            key={entry.id}
            entry={entry}
            place={above + index + 1}
            setSize={setSize}
            selected={entry.id === selectedId}
          />
        ))}
      </div>
    );
  }
}
