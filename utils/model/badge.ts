/** Colours of the badge, each dark enough for white figures (4.5 to 1), by the names that settings keep. */
export const badgeColors = {
  vermilion: '#b9351e',
  ink: '#3a352d',
  blue: '#1d5fbf',
  green: '#28713f',
  violet: '#6d3fb0',
  grey: '#696359',
} as const;

export type BadgeColor = keyof typeof badgeColors;

/** What the number on the toolbar button counts: new are those that arrived since a page of ours was last opened. */
export type BadgeMode = 'unread' | 'new' | 'off';
