import type { Scene } from './scene';

export const listScenes: readonly Scene[] = [];
