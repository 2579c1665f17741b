import { describe, expect, it } from 'vitest';
import { isWideScript, textLanguage } from '../../utils/article/language';

describe('textLanguage', () => {
  it.each([
    ['特朗普宣誓就职几个小时后，习近平与普京举行视频会晤', '', 'zh-Hans'],
    ['特朗普宣誓就职几个小时后', 'en-US', 'zh-Hans'],
    ['香港書店的最後一個冬天', '', 'zh-Hant'],
    ['香港書店的最後一個冬天', 'zh', 'zh-Hant'],
    ['香港書店的最後一個冬天', 'zh_TW', 'zh-TW'],
    ['香港書店的最後一個冬天', 'zh-cn', 'zh-Hant'],
    ['习近平与普京举行视频会晤，这是今年的第一次', 'zh-TW', 'zh-Hans'],
    ['皇后大道的故事', 'zh-TW', 'zh-TW'],
    ['他为“國會”二字写了一本书，说的是民国', 'zh-CN', 'zh-CN'],
    ['日本語の見出し', 'en', 'ja'],
    ['東京', 'ja', 'ja'],
    ['한국어 제목', '', 'ko'],
    ['商店名为“鲜の味”，在老城已经开了二十年，店主说生意越来越难做', 'zh-CN', 'zh-CN'],
    ['韩国人把这种汤叫作국，是每天餐桌上都会有的一道菜，做法并不复杂', '', 'zh-Hans'],
    ['ニュース', '', 'ja'],
    ['A quiet movement', 'en-us', 'en-US'],
    ['A quiet movement', 'zh-CN', ''],
    ['A quiet movement', '', ''],
    ['A quiet movement', 'not a tag!', ''],
  ])('%s, declared %j, is %j', (text, declared, expected) => {
    expect(textLanguage(text, declared)).toBe(expected);
  });
});

describe('isWideScript', () => {
  it.each([
    ['zh-Hans', true],
    ['ja', true],
    ['ko-KR', true],
    ['en', false],
    ['', false],
    ['kok', false],
  ])('%j: %s', (language, wide) => {
    expect(isWideScript(language)).toBe(wide);
  });
});
