import { signal } from '@preact/signals';

/** Whether the next one begins by itself behind what is heard now. */
export const goesOn = signal(true);
