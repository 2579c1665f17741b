import type { Scene } from './scene';

export const articleScenes: readonly Scene[] = [];
