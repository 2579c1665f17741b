import type { Scene } from './scene';

/** The bar of what is heard, and what stands in it. */
export const listeningScenes: readonly Scene[] = [
  {
    name: 'listening-player',
    stage: 'feeds',
    path: 'reader.html#/audio',
    looks: ['360-zh_CN-dark', '360-en-black'],
    before: (page) => page.clickOn('[role="feed"] article'),
  },
];
