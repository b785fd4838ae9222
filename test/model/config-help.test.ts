import { describe, expect, it } from 'vitest';
import { completeConfig, hoverConfig } from '../../server/src/config-help/config-help';
import { buildConfigSchema } from '../../server/src/config-schema';
import { rules } from '../../server/src/core/rules/index';

const schema = buildConfigSchema(rules, { profiles: [{ id: 'our-brief', name: 'Our brief' }], sections: ['theory-of-change'] });

/** `|` is the cursor. */
const complete = (marked: string): readonly string[] => completeConfig(schema, marked.replace('|', ''), marked.indexOf('|')).map(({ name }) => name);

const accept = (marked: string, name: string): string => {
  const text = marked.replace('|', '');
  const item = completeConfig(schema, text, marked.indexOf('|')).find((each) => each.name === name);
  return item === undefined ? `no ${name}` : text.slice(0, item.span.start) + item.newText + text.slice(item.span.end);
};

const hover = (marked: string): string | null => hoverConfig(schema, marked.replace('|', ''), marked.indexOf('|'))?.text ?? null;

const profile = 'profiles:\n  our-brief:\n    extends: issue-brief\n';

describe('completion in the settings file', () => {
  it('names the settings, but for those that are there', () => {
    expect(complete('|')).toEqual(expect.arrayContaining(['profile', 'profiles', 'rules']));
    expect(complete('pro|\nstatus: draft\n')).not.toContain('status');
    expect(complete('status: draft\n\n# mine\npro|')).not.toContain('status');
    expect(accept('pro|', 'profile')).toBe('profile: ');
    expect(accept('pro|fle: ria', 'profile')).toBe('profile: ria');
  });

  it('names values', () => {
    expect(complete('status: |')).toEqual(['draft', 'review', 'final']);
    expect(complete('profile: |').slice(0, 2)).toEqual(['our-brief', 'issue-brief']);
    expect(accept('profile: iss| # ours', 'issue-brief')).toBe('profile: issue-brief # ours');
    expect(complete('rules:\n  empty-section: |')).toEqual(['off', 'hint', 'information', 'warning', 'error']);
    expect(complete('rules: { empty-section: { sev|')).toContain('severity');
    expect(complete('rules:\n  emp|')).toContain('empty-section');
  });

  it('names the parts of a profile', () => {
    expect(complete(`${profile}    |`)).toEqual(expect.arrayContaining(['required', 'order', 'elements', 'sections']));
    expect(complete(`${profile}    |`)).not.toContain('extends');
    expect(complete(`profiles:\n  our-brief:\n    extends: |`)).toContain('our-brief');
    expect(complete(`${profile}    required: [summary, |`)).toEqual(expect.arrayContaining(['summary', 'theory-of-change']));
    expect(complete(`${profile}    required:\n      - |`)).toEqual(expect.arrayContaining(['problem']));
    expect(complete(`${profile}    required:\n    - pro|`)).toEqual(expect.arrayContaining(['problem']));
    expect(complete(`${profile}    required:\n      a|`)).toEqual(['add', 'remove']);
    expect(complete(`${profile}    required: { add: [|`)).toContain('disclosure');
    expect(complete(`${profile}    order:\n      - fir|`)).toEqual(expect.arrayContaining(['first', 'last']));
    expect(complete(`${profile}    order:\n      - first: |`)).toContain('summary');
    expect(complete(`${profile}    order:\n      - [problem, |`)).toContain('recommendations');
    expect(complete(`${profile}    words: { low: 700, |`)).toEqual(['high', 'hard']);
    expect(complete(`${profile}    elements:\n      statusQuoOption: |`)).toEqual(['true', 'false']);
    expect(complete(`${profile}    sections:\n      |`)).toEqual(expect.arrayContaining(['theory-of-change', 'annex']));
    expect(complete(`${profile}    sections:\n      annex:\n        groups: [|`)).toContain('tables');
    expect(complete(`${profile}    severities:\n      empty-section: |`)).toContain('off');
  });

  it('knows the lines of Windows', () => {
    const onWindows = (marked: string): string => marked.replaceAll('\n', '\r\n');
    expect(complete(onWindows(`${profile}    |`))).toEqual(complete(`${profile}    |`));
    expect(complete(onWindows(`${profile}    |\n    name: Ours\n`))).not.toContain('name');
    expect(complete(onWindows(`${profile}    required:\n      - |\n`))).toEqual(expect.arrayContaining(['problem']));
    expect(complete(onWindows('status: |\npreset: strict\n'))).toEqual(['draft', 'review', 'final']);
    expect(hover(onWindows('profiles:\n  our-brief:\n    requ|ired: [summary]\n'))).toBe(hover('profiles:\n  our-brief:\n    requ|ired: [summary]\n'));
    expect(hover(onWindows('profiles:\n  our-brief:\n    requ|ired: [summary]\n'))).not.toBeNull();
  });

  it('is silent in comments and where nothing is known', () => {
    expect(complete('# pro|')).toEqual([]);
    expect(complete('status: draft # fi|')).toEqual([]);
    expect(complete('own: [Inst|')).toEqual([]);
    expect(complete(`${profile}    name: |`)).toEqual([]);
    expect(complete('nobody:\n  knows: |')).toEqual([]);
  });
});

describe('hover in the settings file', () => {
  it.each([
    ['pro|file: ria', '**profile**\n\nWhat kind of brief this is.'],
    ['profile: exam-b|rief', '**exam-brief**\n\nExam-preparation article (CSS, PMS).'],
    [`${profile}    requ|ired: [summary]`, '**required**\n\nSections that must be there'],
    [`${profile}    required: [sum|mary]`, '**summary**\n\nSummary.'],
    [`${profile}    required:\n      - exec\n      - theory-of-|change`, '**theory-of-change**\n\ntheory-of-change: a section of your own.'],
    [`${profile}    order:\n      - fi|rst: summary`, '**first**\n\nThe section that stands first.'],
    [`${profile}    elements: { askWithin|Words: 150 }`, '**askWithinWords**\n\nThe recommendation stands'],
    [`${profile}    sections:\n      ann|ex: { groups: [tables] }`, '**annex**\n\nAnnex.'],
    [`${profile}    sections:\n      annex: { groups: [tab|les] }`, '**tables**\n\nTables: title, unit, source.'],
    ['rules:\n  empty-|section: off', '**empty-section**\n\n'],
  ])('%j', (marked, words) => {
    expect(hover(marked)).toContain(words);
  });

  it.each(['own: [Inst|itute]', '# pro|file', 'nobo|dy: 1', '|', 'profile: r|iaa'])('is silent about %j', (marked) => {
    expect(hover(marked)).toBeNull();
  });
});
