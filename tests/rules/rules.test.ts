import { describe, expect, it } from 'vitest';
import { type Rule, type RuleCondition, type RuleVerb, ruleLimits } from '../../utils/model/rule';
import { compileRules } from '../../utils/rules/effects';
import { compileRule } from '../../utils/rules/match';
import {
  readRule,
  readRulesFile,
  rulesFileLimit,
  textProblem,
  writeRules,
} from '../../utils/rules/read-rules';
import { bodyLimit, RuleSubject, type RuleTexts } from '../../utils/rules/subject';

const article = (more: Partial<RuleTexts> = {}) =>
  new RuleSubject({
    title: 'Typhoon reaches 臺灣',
    author: 'Ann Lee',
    link: 'https://paper.example/news/7',
    feed: ['My paper', 'The Paper'],
    tags: ['Weather'],
    body: () => 'Schools stay closed on Monday.',
    ...more,
  });

const condition = (field: RuleCondition['field'], operator: RuleCondition['operator'], text: string) => ({
  field,
  operator,
  text,
});

let lastId = 0;
function rule(
  conditions: RuleCondition[],
  verbs: (RuleVerb | `tag ${string}`)[],
  more: Partial<Rule> = {},
): Rule {
  const actions = verbs.map((one) => {
    const [verb, tag = ''] = one.split(' ');
    return { verb: verb as RuleVerb, tag };
  });
  const id = ++lastId;
  return { id, title: '', enabled: true, mode: 'all', conditions, actions, position: id, ...more };
}

describe('a condition', () => {
  it.each([
    ['title', 'contains', 'TYPHOON', true],
    ['title', 'contains', '台湾', true],
    ['title', 'contains', 'ｔｙｐｈｏｏｎ', true],
    ['title', 'equals', 'typhoon', false],
    ['title', 'equals', ' typhoon reaches 台灣 ', true],
    ['title', 'matches', '^typhoon .*灣$', true],
    ['title', 'matches', '^reaches', false],
    ['author', 'equals', 'ann lee', true],
    ['body', 'contains', 'schools', true],
    ['body', 'contains', 'typhoon', false],
    ['feed', 'equals', 'the paper', true],
    ['feed', 'contains', 'my', true],
    ['tag', 'equals', 'weather', true],
    ['tag', 'equals', 'weath', false],
    ['link', 'contains', '/news/', true],
  ] as const)('%s %s %s', (field, operator, text, wanted) => {
    expect(compileRule({ mode: 'all', conditions: [condition(field, operator, text)] })(article())).toBe(
      wanted,
    );
  });

  it('is equal whatever space stands around the words of the article', () => {
    const spaced = article({ title: '\n Typhoon  ', tags: [' Weather'] });
    for (const [field, text] of [
      ['title', 'typhoon'],
      ['tag', 'weather'],
    ] as const)
      expect(compileRule({ mode: 'all', conditions: [condition(field, 'equals', text)] })(spaced)).toBe(true);
  });

  it.each([
    ['title', 2000],
    ['author', 2000],
    ['tag', 2000],
    ['body', bodyLimit],
  ] as const)('looks at the beginning of an endless %s', (field, limit) => {
    const endless = (begin: number) => `${'-'.repeat(begin - 3)}end`;
    const fits = compileRule({ mode: 'all', conditions: [condition(field, 'contains', 'end')] });
    const of = (text: string) => article({ title: text, author: text, tags: [text], body: () => text });
    expect([fits(of(endless(limit))), fits(of(endless(limit + 1)))]).toEqual([true, false]);
  });

  it('asks for no text that no rule looks at', () => {
    const body = () => {
      throw new Error('asked for the body');
    };
    expect(
      compileRule({ mode: 'all', conditions: [condition('title', 'contains', 'x')] })(article({ body })),
    ).toBe(false);
  });
});

describe('a rule', () => {
  const yes = condition('title', 'contains', 'typhoon');
  const no = condition('title', 'contains', 'football');
  it.each([
    ['all', [yes, no], false],
    ['all', [yes, yes], true],
    ['any', [yes, no], true],
    ['any', [no, no], false],
    ['none', [no, no], true],
    ['none', [yes, no], false],
    ['all', [], false],
    ['none', [], false],
  ] as const)('%s of them: %#', (mode, conditions, wanted) => {
    expect(compileRule({ mode, conditions })(article())).toBe(wanted);
  });

  it('is asked in its order, and sees what was tagged before it', () => {
    const storm = condition('tag', 'equals', 'storm');
    const rules = [
      rule([storm], ['star'], { position: 2 }),
      rule([yes], ['tag storm', 'highlight'], { position: 1 }),
      rule([yes], ['hide'], { enabled: false }),
      rule([no], ['read']),
    ];
    // what the publisher filed it under counts as before
    rules.push(rule([condition('tag', 'equals', 'weather')], ['offline'], { position: 3 }));
    const effects = compileRules(rules)(article());
    expect([...effects.verbs].sort()).toEqual(['highlight', 'offline', 'star', 'tag']);
    expect(effects.tags).toEqual(['storm']);
    const turned = rules.map((one) => ({ ...one, position: -one.position }));
    expect(compileRules(turned)(article()).verbs.has('star')).toBe(false);
  });
});

describe('rules as a file', () => {
  const some = [
    rule([condition('title', 'matches', '^a+$')], ['read', 'tag Later'], { title: 'One' }),
    rule([condition('feed', 'equals', '美国之音')], ['notify'], { mode: 'any', enabled: false }),
  ];

  it('come back as they were, without ids', () => {
    const back = readRulesFile(writeRules(some));
    expect(back).toEqual({ rules: some.map(({ id: _, position: __, ...rest }) => rest), refused: 0 });
  });

  it.each([
    '',
    'null',
    '[]',
    '{"broadsheet":"backup","version":1,"rules":[]}',
    '{"broadsheet":"rules","version":0,"rules":[]}',
    '{"broadsheet":"rules","version":"2","rules":[]}',
    '{"broadsheet":"rules","version":1,"rules":{}}',
    '{"__proto__":{"broadsheet":"rules","version":1,"rules":[]}}',
  ])('%s is none', (text) => {
    expect(readRulesFile(text)).toBeNull();
  });

  it('of a newer version is known as that', () => {
    expect(readRulesFile('{"broadsheet":"rules","version":2,"rules":{"a":1}}')).toBe('newer');
  });

  const good = {
    title: 'x',
    mode: 'all',
    conditions: [condition('title', 'contains', 'a')],
    actions: [{ verb: 'read' }],
  };
  it.each([
    { mode: 'some' },
    { title: 7 },
    { conditions: [] },
    { conditions: [condition('title', 'matches', '(a')] },
    { conditions: [condition('title', 'matches', '(?=a)')] },
    { conditions: [condition('title', 'contains', ' ')] },
    { conditions: [{ ...condition('title', 'contains', 'a'), field: 'constructor' }] },
    { conditions: Array.from({ length: 51 }, () => condition('title', 'contains', 'a')) },
    { actions: [] },
    { actions: [{ verb: 'tag', tag: ' ' }] },
    { actions: [{ verb: 'run' }] },
    { actions: 'read' },
  ])('%j is no rule', (part) => {
    expect(readRule(good)).not.toBeNull();
    expect(readRule({ ...good, ...part })).toBeNull();
    const file = { broadsheet: 'rules', version: 1, rules: [good, { ...good, ...part }] };
    expect(readRulesFile(JSON.stringify(file))).toMatchObject({ rules: [{ title: 'x' }], refused: 1 });
  });

  it('leaves behind what is no part of a rule', () => {
    expect(readRule({ ...good, id: 9, extra: 1, ['__proto__']: { enabled: false } })).toEqual({
      ...good,
      enabled: true,
      actions: [{ verb: 'read', tag: '' }],
    });
  });

  it('keeps titles and tags as they are kept elsewhere', () => {
    const title = ` ${'t'.repeat(ruleLimits.title + 1)}`;
    const actions = [{ verb: 'tag', tag: `  To \n read ${'x'.repeat(60)}` }];
    expect(readRule({ ...good, title, actions })).toMatchObject({
      title: 't'.repeat(ruleLimits.title),
      actions: [{ verb: 'tag', tag: `To read ${'x'.repeat(52)}` }],
    });
  });

  it('takes as many as there may be, and says how many more there were', () => {
    const many = (count: number) => Array.from({ length: count }, () => good.conditions[0]);
    const actions = Array.from({ length: ruleLimits.actions }, () => ({ verb: 'read' }));
    expect(readRule({ ...good, conditions: many(ruleLimits.conditions), actions })).not.toBeNull();
    expect(readRule({ ...good, actions: [...actions, { verb: 'star' }] })).toBeNull();
    const file = (count: number) =>
      JSON.stringify({ broadsheet: 'rules', version: 1, rules: Array.from({ length: count }, () => good) });
    expect(readRulesFile(file(ruleLimits.rules))).toMatchObject({ refused: 0 });
    const read = readRulesFile(file(ruleLimits.rules + 2));
    expect(read).toMatchObject({ refused: 2 });
    expect(read !== 'newer' && read?.rules).toHaveLength(ruleLimits.rules);
    expect(readRulesFile(file(1).padEnd(rulesFileLimit))).toMatchObject({ refused: 0 });
    expect(readRulesFile(file(1).padEnd(rulesFileLimit + 1))).toBeNull();
  });

  it('says what is wrong with a text', () => {
    expect(textProblem(condition('title', 'contains', ''))).toBe('empty');
    expect(textProblem(condition('title', 'contains', '(('))).toBeNull();
    expect(textProblem(condition('title', 'matches', '(('))).toBe('syntax');
    expect(textProblem(condition('title', 'matches', '(a)\\1'))).toBe('unsupported');
    expect(textProblem(condition('title', 'contains', 'a'.repeat(1001)))).toBe('too-big');
  });
});
