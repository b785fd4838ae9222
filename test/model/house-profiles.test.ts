import { describe, expect, it } from 'vitest';
import { checkConfig, checkDocument } from '../../server/src/check';
import { parseConfig } from '../../server/src/config-file';
import { noElements, type Profile } from '../../server/src/core/profiles/profile';
import { findProfile, profiles as shipped } from '../../server/src/core/profiles/profiles';
import { toOwnKey } from '../../server/src/core/profiles/section-keys';
import { writeDefinition } from '../../server/src/house-profiles/write-definition';
import { resolveSettings } from '../../server/src/settings';
import { applyEdits } from '../support/apply-edits';

const settingsOf = (text: string) => resolveSettings([parseConfig(text).settings]);

const profileOf = (text: string, id = 'house'): Profile => {
  const profile = settingsOf(text).settings.profiles[id];
  if (profile === undefined) throw new Error(`no profile ${id}`);
  return profile;
};

const problemsOf = (text: string): readonly string[] => settingsOf(text).problems.map(({ span, message }) => `${span ? text.slice(span.start, span.end) : '?'}: ${message}`);

const house = (definition: string): string => `profiles:\n  house:\n${definition.replace(/^/gm, '    ')}\n`;

const issueBrief = findProfile('issue-brief');

describe('a profile of the house', () => {
  it('has what it extends, and what it says itself', () => {
    const profile = profileOf(house('extends: issue-brief\nname: House brief\nwords: { high: 1500 }\nseverities: { empty-section: off }'));
    expect(profile).toEqual({ ...issueBrief, id: 'house', name: 'House brief', authority: 'House profile, on top of "Policy or issue brief"', words: { low: 700, high: 1500, hard: 3000 }, severities: { 'empty-section': 'off' } });
  });

  it('asks for nothing by itself', () => {
    expect(profileOf('profiles:\n  house-note: { optional: summary }\n', 'house-note')).toMatchObject({ name: 'House note', mode: 'brief', required: [], optional: ['summary'], words: null, elements: noElements });
  });

  it('lists sections, and alternatives, in several ways', () => {
    expect(profileOf(house('required: [summary, Implications or Recommendations, [options, impacts], key messages]')).required).toEqual([['summary'], ['implications', 'recommendations'], ['options', 'impacts'], ['key-messages']]);
    expect(profileOf(house('required: summary')).required).toEqual([['summary']]);
  });

  it('adds sections to those that it extends, before the end matter, and takes some away', () => {
    const { required, optional } = profileOf(house('extends: issue-brief\nrequired: { add: [disclosure, implications or options], remove: [evidence] }\noptional: { remove: [case], add: faq }'));
    expect(required).toEqual([['summary'], ['problem'], ['recommendations'], ['disclosure'], ['implications', 'options'], ['references']]);
    expect(optional).toEqual(['conclusion', 'timeline', 'comparison', 'faq']);
  });

  it('puts required sections into its order, for the template', () => {
    expect(profileOf(house('required: [references, method, findings, summary]\norder:\n  - first: summary\n  - [findings, method]\n  - last: references')).required).toEqual([['summary'], ['findings'], ['method'], ['references']]);
  });

  it('goes before what it extends where the two contradict', () => {
    expect(profileOf(house('extends: issue-brief\nforbidden: [recommendations]')).required.flat()).not.toContain('recommendations');
    expect(profileOf(house('extends: parliamentary-note\nrequired: { add: recommendations }')).forbidden).toEqual([]);
  });

  it('reads limits of length in several ways', () => {
    expect(profileOf(house('words: 700 to 1,500')).words).toEqual({ low: 700, high: 1500, hard: null });
    expect(profileOf(house('extends: issue-brief\nwords: 700-4000')).words).toEqual({ low: 700, high: 4000, hard: null });
    expect(profileOf(house('extends: issue-brief\nwords: { high: 4000 }')).words).toEqual({ low: 700, high: 4000, hard: null });
    expect(profileOf(house('extends: issue-brief\nwords:')).words).toBeNull();
    expect(profileOf(house('extends: ria\nsummaryWords:')).summaryWords).toBeNull();
  });

  it('joins elements and sections with those that it extends', () => {
    const text = 'profiles:\n  base:\n    extends: options-memo\n    elements: { disclosures: funding }\n    sections: { problem: [What is at stake], annex: { groups: [tables] } }\n  house:\n    extends: base\n    elements: { askWithinWords: , optionParts: [cost, harm] }\n    sections: { theory-of-change: { headings: How change happens }, annex: { headings: [Tables] } }\n';
    const profile = profileOf(text);
    expect(profile.elements).toEqual({ recommendationInSummary: false, askWithinWords: null, statusQuoOption: true, optionParts: ['cost', 'harm'], disclosures: ['funding'] });
    expect(profile.headings).toEqual({ problem: ['What is at stake'], annex: ['Tables'], 'theory-of-change': ['How change happens', 'theory of change'] });
    expect(profile.sectionGroups).toEqual({ annex: ['tables'] });
  });

  it('may take the place of a shipped one, which it may extend', () => {
    const text = 'profile: issue-brief\nprofiles: { issue-brief: { extends: issue-brief, words: 1 to 9 } }\n';
    expect(problemsOf(text)).toEqual([]);
    expect(checkDocument({ text: '', layers: [parseConfig(text).settings], today: null }).profile?.words).toEqual({ low: 1, high: 9, hard: null });
  });

  it('is the same object as long as the settings are', () => {
    const { settings } = parseConfig(house('extends: issue-brief'));
    expect(resolveSettings([settings]).settings.profiles['house']).toBe(resolveSettings([settings]).settings.profiles['house']);
  });
});

describe('what is wrong', () => {
  it.each([
    ['required: [summary, summry]', 'summry: "summry" is no section; did you mean "summary"?'],
    ['required: [executive summary]', 'executive summary: "executive summary" is no section; did you mean "summary"?'],
    ['optional: [vision]', 'vision: "vision" is no section; a section of your own needs an entry under "sections"'],
    ['required: [3]', '3: "3" is no section'],
    ['requird: [summary]', 'requird: "requird" is not known here; did you mean "required"?'],
    ['extends: isue-brief', 'extends: "isue-brief" is no profile to extend; did you mean "issue-brief"? Until it is put right, "house" is not followed'],
    ['extends: house', 'extends: "house" cannot extend itself; until it is put right, "house" is not followed'],
    ['extends:', 'extends: "extends" names no profile; until it is put right, "house" is not followed'],
    ['extends: issue-brief\nrequired: { remove: [annex] }', 'annex: "annex" cannot be taken away, for it is not in the list that is extended'],
    ['required: [summary]\nforbidden: [summary]', 'forbidden: "summary" is both required and forbidden'],
    ['order: summary', 'order: "summary" is no order; it is written as a list of "first: summary", "last: references" and [problem, evidence]'],
    ['order: [{ frist: summary }]', 'frist: "frist" is not known here; did you mean "first"?'],
    ['order: [{ first: sumary }]', 'first: "sumary" is no section; did you mean "summary"?'],
    ['order: [[problem, problem]]', '[problem, problem]: "problem" stands twice in one order'],
    ['order: [[recommendations, evidence], [evidence, recommendations]]', '[evidence, recommendations]: "evidence" before "recommendations" contradicts what stands above, by which "recommendations" comes before "evidence"'],
    ['order: [[problem, options], [options, evidence], [evidence, problem]]', '[evidence, problem]: "evidence" before "problem" contradicts what stands above, by which "problem" comes before "evidence"'],
    ['order: [{ first: summary }, { first: problem }]', 'first: Only one section is first; "summary" is it already, so "problem" cannot be'],
    ['order: [{ last: references }, { last: references }]', 'last: "last: references" stands twice'],
    ['order: [{ first: summary, last: summary }]', 'last: "summary" cannot be both first and last'],
    ['order: [{ first: summary }, [problem, summary]]', '[problem, summary]: "problem" before "summary" contradicts "first: summary"'],
    ['order: [[problem, summary], { first: summary }]', 'first: "first: summary" contradicts what stands above, by which "problem" comes before it'],
    ['order: [[references, annex], { last: references }]', 'last: "last: references" contradicts what stands above, by which "annex" comes after it'],
    ['order: [{ last: references }, [references, annex]]', '[references, annex]: "references" before "annex" contradicts "last: references"'],
    ['order: [[summary]]', '[summary]: An order needs two sections at least, such as [problem, evidence]'],
    ['words: { low: 900, high: 300 }', 'words: 900 words at least and 300 at most: no brief can be both'],
    ['words: { high: 300, hard: 200 }', 'words: "hard" is 200 words, less than "high", which is 300'],
    ['words: { low: many, high: 2 }', 'low: "many" is no whole number'],
    ['words: { low: 9 }', 'words: "words" needs "high", the most words that the brief may have'],
    ['severities: { emptysection: off }', 'emptysection: "emptysection" is no rule, the nearest is "empty-section"'],
    ['severities: { empty-section: loud }', 'empty-section: "loud" is none of off, hint, information, warning, error'],
    ['groups: [claim]', 'claim: "claim" is not known here; did you mean "claims"?'],
    ['metadata: [titel]', 'titel: "titel" is not known here; did you mean "title"?'],
    ['elements: { statusQuoOption: maybe }', 'statusQuoOption: "maybe" is neither true nor false'],
    ['elements: { recommendationInSummary: yes }', 'recommendationInSummary: "yes" is neither true nor false'],
    ['elements: { askWithin: 150 }', 'askWithin: "askWithin" is not known here; did you mean "askWithinWords"?'],
    ['elements: { askWithinWords: "150" }', 'askWithinWords: "150" is no whole number'],
    ['groups: [""]', '"": "" is no text'],
    ['sections: { summary: [Context], background: [Context] }', 'background: "Context" names both "summary" and "background"; a section under it counts as the two'],
    ['sections: { theory-of-change: { groups: [] }, annex: ["THEORY of change:"] }', 'annex: "THEORY of change:" names both "theory-of-change" and "annex"; a section under it counts as the two'],
    ['elements: { disclosures: [fundings] }', 'fundings: "fundings" is not known here; did you mean "funding"?'],
    ['sections: { recomendations: [Asks] }', 'recomendations: "recomendations" is no section; did you mean "recommendations"? A section of your own needs a name that is less like it'],
    ['sections: { "a/b": [Asks] }', '"a/b": "a/b" cannot name a section; use words joined by dashes, such as theory-of-change'],
    ['sections: { annex: { group: [tables] } }', 'group: "group" is not known here; did you mean "groups"?'],
    ['name: [a]', 'name: A list is no text'],
  ])('%j is said at its place', (definition, message) => {
    expect(problemsOf(house(definition))).toEqual([message]);
  });

  it('is said of profiles that are no map, say nothing or have no name', () => {
    expect(problemsOf('profiles: { a: , b: [c], "d e": {}, 1-pager: {} }\n')).toEqual([
      'a: "a" says nothing; write at least what it extends, such as "extends: issue-brief"',
      'b: A list is no profile',
      '"d e": "d e" cannot name a profile; a name begins with a letter and is words joined by dashes, such as house-brief',
      '1-pager: "1-pager" cannot name a profile; a name begins with a letter and is words joined by dashes, such as house-brief',
    ]);
    expect(problemsOf('profiles: 3\n')).toEqual(['profiles: "3" is no map from names to profiles']);
  });

  it('is said once of a circle', () => {
    expect(problemsOf('profiles:\n  a: { extends: b }\n  b: { extends: c }\n  c: { extends: b }\n')).toEqual(['extends: Profiles extend each other in a circle: "b" extends "c" extends "b"; until it is broken, none of them is followed']);
  });

  it('costs nothing else', () => {
    expect(profileOf(house('extends: issue-brief\nrequired: [summry, problem]\nwords: lots\nname: Ours'))).toMatchObject({ name: 'Ours', required: [['problem']], words: { low: 700 } });
  });

  // An empty list would ask for nothing, or switch every rule off.
  it.each([
    ['groups: [claim]', 'groups'],
    ['metadata: [titel]', 'metadata'],
    ['required: [sumary]', 'required'],
    ['required: [[], sumary]', 'required'],
    ['optional: [vision]', 'optional'],
    ['forbidden: [3]', 'forbidden'],
    ['order: [[summary, vision]]', 'order'],
    ['order: [{ frist: summary }]', 'order'],
    ['elements: { optionParts: [csot] }', 'elements'],
    ['elements: { disclosures: [interest] }', 'elements'],
    ['elements:', 'elements'],
    ['severities:', 'severities'],
    ['sections:', 'headings'],
  ] as const)('leaves what is extended as it is where nothing in a list is right: %s', (definition, part) => {
    const base = 'extends: evidence-brief\ngroups: [claims, tables]\nforbidden: [faq]\nseverities: { empty-section: off }\nsections: { problem: [What is at stake] }';
    const text = `profiles:\n  base:\n${base.replace(/^/gm, '    ')}\n  house:\n    extends: base\n    ${definition}\n`;
    expect(profileOf(text)[part]).toEqual(profileOf(text, 'base')[part]);
    expect(problemsOf(text)).toHaveLength(definition.endsWith(':') ? 0 : problemsOf(text).length || 1);
  });

  it('leaves a section the rules of the profile where none of its groups is right', () => {
    expect(profileOf(house('extends: issue-brief\nsections: { annex: { groups: [table] }, case: { groups: }, faq: { headings: [3] } }'))).toMatchObject({ sectionGroups: {}, headings: {} });
    expect(profileOf(house('extends: issue-brief\nsections: { annex: { groups: [] } }')).sectionGroups).toEqual({ annex: [] });
  });

  it.each(['profile: house\nprofiles: { house: { extends: issue-breif } }\n', 'profile: house\nprofiles: { house: { extends: base }, base: { extends: house } }\n', 'profile: house\nprofiles: { house: { extends: base }, base: { extends: nothing } }\n'])('is followed nowhere, as if no profile were set: %j', (text) => {
    const { profile, likelyProfile, unchecked } = checkDocument({ text: '# Ferries\n\n## Summary\n\nFerries ran.\n\n## Problem\n\nFew ran.\n\n## Evidence\n\nTen.\n\n## Recommendations\n\nRun more.\n', layers: [parseConfig(text).settings], today: null });
    expect(profile).toBeNull();
    expect(unchecked.map(({ reason }) => reason)).toContain('no profile');
    expect(likelyProfile?.profile).not.toBe('house');
    expect(settingsOf(text).problems).toHaveLength(1);
  });

  it('is a shipped name without what it stands for, and a fix extends it', () => {
    const texts = ['profiles:\n  news:\n    words: 1 to 9\n', 'profiles:\r\n  news:\r\n    words: 1 to 9\r\n', 'profiles: { news: { words: 1 to 9 } }\n', 'profiles: { news: {} }\n'];
    const mended = texts.map((text) => applyEdits(text, checkConfig(parseConfig(text).settings)[0]?.fixes?.[0]?.edits ?? []));
    expect(mended).toEqual(['profiles:\n  news:\n    extends: news\n    words: 1 to 9\n', 'profiles:\r\n  news:\r\n    extends: news\r\n    words: 1 to 9\r\n', 'profiles: { news: { extends: news, words: 1 to 9 } }\n', 'profiles: { news: {extends: news} }\n']);
    for (const text of mended) expect(problemsOf(text)).toEqual([]);
    expect(problemsOf(texts[0] ?? '')).toEqual(['news: "news" takes the place of the shipped profile and has nothing of it; to change that one, add "extends: news", or give yours another name']);
    expect(profileOf(texts[0] ?? '', 'news').mode).toBe('news');
  });

  it('is no shipped name with sections and a name of its own', () => {
    expect(problemsOf('profiles: { issue-brief: { name: Our brief, required: [summary] } }\n')).toEqual([]);
    expect(problemsOf('profiles: { issue-brief: { required: [summary] } }\n')).toHaveLength(1);
  });

  it('drops an order that contradicts one above it', () => {
    expect(profileOf(house('order: [[recommendations, evidence], [evidence, recommendations], { first: summary }, { first: problem }]')).order).toEqual([{ kind: 'before', sections: ['recommendations', 'evidence'] }, { kind: 'first', section: 'summary' }]);
  });

  it('is mended by a fix where a switch or a number is written as a text', () => {
    const text = house('extends: issue-brief\nelements: { recommendationInSummary: yes, statusQuoOption: "no", askWithinWords: "150" }\nsummaryWords: 150 words');
    const mended = applyEdits(text, checkConfig(parseConfig(text).settings).flatMap(({ fixes = [] }) => fixes.flatMap((fix) => fix.edits)));
    expect(mended).toBe(house('extends: issue-brief\nelements: { recommendationInSummary: true, statusQuoOption: false, askWithinWords: 150 }\nsummaryWords: 150'));
    expect(problemsOf(mended)).toEqual([]);
  });

  it('is mended by a fix', () => {
    const text = 'profile: hose\nprofiles:\n  house:\n    extnds: issue-brief\n    required: ["summry"]\n    severities: { emptysection: off }\n    order: [{ last: refrences }]\n';
    const edits = checkConfig(parseConfig(text).settings).flatMap(({ fixes = [] }) => fixes.flatMap((fix) => fix.edits));
    const mended = applyEdits(text, edits);
    expect(mended).toBe('profile: house\nprofiles:\n  house:\n    extends: issue-brief\n    required: [summary]\n    severities: { empty-section: off }\n    order: [{ last: references }]\n');
    expect(problemsOf(mended)).toEqual([]);
  });

  it('is a profile in front matter that nobody knows, with those of the house among the likely ones', () => {
    const text = '---\nbrieflint:\n  profile: forum-noet\n---\n\nFerries ran.\n';
    const { findings } = checkDocument({ text, layers: [parseConfig('profiles: { forum-note: { optional: summary } }\n').settings], today: null });
    const [finding, ...others] = findings.filter(({ rule }) => rule === 'bad-setting');
    expect([finding?.message, others]).toEqual(['"forum-noet" is not known, the nearest is "forum-note"', []]);
    expect(finding?.fixes?.map(({ edits }) => applyEdits(text, edits))).toEqual([text.replace('noet', 'note')]);
  });
});

describe('headings of the house', () => {
  const config = parseConfig('profiles:\n  house:\n    required: [problem, theory-of-change, recommendations]\n    sections:\n      theory-of-change: [How change happens]\n      problem: [Context, What is at stake]\n      recommendations: [ہماری تجویزیں]\n').settings;
  const keysIn = (text: string): readonly string[] => checkDocument({ text, layers: [config], today: null }).brief.sections.flatMap(({ keys }) => keys);

  it('name sections where front matter chooses the profile', () => {
    const text = '---\nbrieflint: { profile: house }\n---\n\n## Context\n\nA.\n\n## 2. HOW CHANGE HAPPENS\n\nB.\n\n## Theory of change and risks\n\nC.\n\n## ہماری تجويزيں\n\nD.\n';
    expect(keysIn(text)).toEqual(['problem', 'theory-of-change', 'risks', 'theory-of-change', 'recommendations']);
    expect(checkDocument({ text, layers: [config], today: null }).findings.filter(({ rule }) => rule === 'missing-required-section')).toEqual([]);
  });

  it('are no headings of other profiles', () => {
    expect(keysIn('## Context\n\nA.\n\n## How change happens\n\nB.\n')).toEqual(['background']);
  });

  it('make a short line a heading', () => {
    const text = '---\nbrieflint: { profile: house }\n---\n\nHow change happens\n\nLater ferries let nurses return.\n';
    expect(keysIn(text)).toEqual(['theory-of-change']);
  });
});

describe('writeDefinition', () => {
  it.each(shipped.filter(({ mode }) => mode === 'brief'))('gives $id again when it is read', (profile) => {
    const text = JSON.stringify({ profiles: { [profile.id]: writeDefinition(profile) } });
    expect(problemsOf(text)).toEqual([]);
    expect({ ...profileOf(text, profile.id), authority: profile.authority }).toEqual(profile);
  });
});

describe('toOwnKey', () => {
  it.each(['constructor', 'a b', '', '-a', '__proto__'])('does not take %j', (name) => {
    expect(toOwnKey(name)).toBeUndefined();
  });
});
