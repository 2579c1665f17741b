import { signal } from '@preact/signals';

export interface ExportWish {
  /** Of the file, and of what is in it. */
  name: string;
  /** The ids of its articles, in their order. */
  list: () => Promise<number[]>;
}

/** What is to be exported, while its dialog is open. */
export const exportWish = signal<ExportWish | null>(null);
