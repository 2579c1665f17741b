import { describe, expect, it } from 'vitest';
import './extension-stand-in';
import { exactTime, relativeTime } from '../../components/shared/time-words';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = new Date(2026, 10, 22, 12, 0).getTime();

describe('relativeTime', () => {
  it.each([
    ['a minute', minute, '1m ago', '1分钟前'],
    ['just under an hour', hour - 1, '59m ago', '59分钟前'],
    ['23 hours', 23 * hour, '23h ago', '23小时前'],
    ['a day', day, 'yesterday', '昨天'],
    ['six days', 6 * day, '6d ago', '6天前'],
    ['a week', 7 * day, 'Nov 15', '11月15日'],
    ['last year', 365 * day, 'Nov 22, 2025', '2025年11月22日'],
  ])('%s', (_, age, english, chinese) => {
    expect(relativeTime(now - age, now, 'en')).toBe(english);
    expect(relativeTime(now - age, now, 'zh-CN')).toBe(chinese);
  });
});

describe('relativeTime of the last minute', () => {
  it.each([
    ['this moment', 0],
    ['a clock that runs fast', -5 * minute],
    ['59 seconds', 59_000],
  ])('%s', (_, age) => expect(relativeTime(now - age, now, 'en')).toBe('just now'));
});

describe('exactTime', () => {
  it('says day and minute', () => {
    expect(exactTime(now, 'zh-TW')).toContain('2026年11月22日');
    expect(exactTime(now, 'en')).toMatch(/^Nov 22, 2026, 12:00\sPM$/);
  });
});
