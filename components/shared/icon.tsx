import { frontIcons } from './front-icons';

/** Drawn on a grid of 24 with round ends, 1.75 wide. */
const paths = {
  ...frontIcons,
  back: 'M19 12H5M11 6l-6 6 6 6',
  external: 'M14 4h6v6M20 4 11 13M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5',
  check: 'm4 12.5 5 5L20 6.5',
  checks: 'm2.5 12.5 4.5 4.5L16 7M12.5 16.5l.5.5L22 7',
  next: 'm6 9 6 6 6-6',
  previous: 'm6 15 6-6 6 6',
  read: 'M12 6a6 6 0 1 1 0 12 6 6 0 0 1 0-12Z',
  inbox: 'M4 13.5 6.5 5h11L20 13.5V19H4zM4 13.5h4.5l1.5 2.5h4l1.5-2.5H20',
  all: 'M4 6h16M4 12h16M4 18h10',
  folder: 'M3.5 6.5h6l2 2.5h9v9.5h-17z',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'm6 6 12 12M18 6 6 18',
  pulse: 'M3 12h4l3-7.5 4 15 3-7.5h4',
  warning: 'M12 4.5 21 19.5H3zM12 10v4.5M12 17v.2',
  offline:
    'M3 3l18 18M8.5 15.5a5 5 0 0 1 7 0M5 12a10 10 0 0 1 4-2.4M12.5 9.2A10 10 0 0 1 19 12M2.5 8.5a15 15 0 0 1 3.8-2.4M10 5a15 15 0 0 1 11.5 3.5M12 19v.2',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  upload: 'M12 15V4M7.5 8.5 12 4l4.5 4.5M5 19.5h14',
  download: 'M12 4v11M7.5 10.5 12 15l4.5-4.5M5 19.5h14',
  edit: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  more: 'M5 11.3a.7.7 0 1 1 0 1.4.7.7 0 0 1 0-1.4ZM12 11.3a.7.7 0 1 1 0 1.4.7.7 0 0 1 0-1.4ZM19 11.3a.7.7 0 1 1 0 1.4.7.7 0 0 1 0-1.4Z',
  trash: 'M4 7h16M9.5 7V4.5h5V7M6.5 7l1 12.5h9l1-12.5M10 11v5M14 11v5',
  type: 'm3 18 5-12 5 12M4.7 14h6.6M15 18l3-7 3 7M16 15.6h4',
  help: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM9.6 9.6a2.4 2.4 0 1 1 3.5 2.2c-.8.4-1.1.9-1.1 1.7M12 16.3v.1',
  today: 'M5 6.5h14V20H5zM5 10.5h14M9 4v4M15 4v4',
  audio: 'M4 14v-1a8 8 0 0 1 16 0v1M4 14h3.5v6H6a2 2 0 0 1-2-2zM20 14h-3.5v6H18a2 2 0 0 0 2-2z',
  hidden:
    'M4 4l16 16M9.5 6A9 9 0 0 1 12 5.6c5.5 0 9 6.4 9 6.4a16 16 0 0 1-2.6 3.3M6.2 7.8A16 16 0 0 0 3 12s3.5 6.4 9 6.4a9 9 0 0 0 3.6-.8M10 10.2a2.6 2.6 0 0 0 3.7 3.7',
  tag: 'M4 4.5h7.5l8.5 8.5-7 7L4.5 11.5zM8.2 8.2v.1',
  fold: 'm9 6 6 6-6 6',
  keep: 'M7 4.5h10V20l-5-4-5 4z',
  grip: 'M9 6v.1M15 6v.1M9 12v.1M15 12v.1M9 18v.1M15 18v.1',
  move: 'M12 4v16M8 8l4-4 4 4M8 16l4 4 4-4',
} as const;

export type IconName = keyof typeof paths;

/** Decoration: whoever holds it gives the name. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
