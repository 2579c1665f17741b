import { Icon } from '../shared/icon';

interface Props {
  label: string;
  /** A whole folder, with all below it. */
  folder?: boolean;
  /** Endings of the files to choose from. */
  accept?: string;
  disabled: boolean;
  onChoose: (files: File[]) => void;
}

/** A button that asks for files. */
export function FileChooser({ label, folder = false, accept = '', disabled, onChoose }: Props) {
  const choose = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])];
    // So that the same files can be chosen again.
    input.value = '';
    if (files.length > 0) onChoose(files);
  };
  return (
    <label class="button file">
      <Icon name={folder ? 'folder' : 'upload'} />
      <span>{label}</span>
      <input
        type="file"
        multiple
        ref={(input) => {
          if (input) input.webkitdirectory = folder;
        }}
        accept={accept}
        disabled={disabled}
        onChange={(event) => choose(event.currentTarget)}
      />
    </label>
  );
}
