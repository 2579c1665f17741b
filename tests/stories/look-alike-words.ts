import type { Round } from './held-out-copies';

/** The n-th of a list, round and round. */
export const at = <T>(list: readonly T[], n: number): T => {
  const one = list[n % list.length];
  if (one === undefined) throw new Error('an empty list');
  return one;
};
export const cities = [
  '北京',
  '上海',
  '广州',
  '成都',
  '武汉',
  '西安',
  '杭州',
  '南京',
  '沈阳',
  '昆明',
  '兰州',
  '福州',
  '济南',
  '长沙',
];
export const towns = [
  'Leeds',
  'York',
  'Hull',
  'Derby',
  'Exeter',
  'Luton',
  'Truro',
  'Bath',
  'Ripon',
  'Wells',
  'Ely',
  'Durham',
  'Perth',
];
export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
];
export const days = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
export const names = [
  'Anna Berg',
  'Paul Marsh',
  'Li Wen',
  'Omar Haddad',
  'Sofia Rossi',
  'Jan Novak',
  'Mary Adeyemi',
  'Tom Frost',
];
export const people = ['张伟', '李娜', '王芳', '刘洋', '陈静', '杨帆', '赵磊', '黄敏', '周杰', '吴婷'];
export const matters = [
  'housing',
  'water',
  'schools',
  'harbours',
  'forests',
  'railways',
  'hospitals',
  'libraries',
  'markets',
];

/** A kind of articles of two feeds that look alike. */
export interface Kind {
  kind: string;
  round: Round;
  /** Title and text of the n-th of its kind; those of n and n + 1 look alike and are two. */
  told: (n: number) => [string, string];
  hours?: number;
}
