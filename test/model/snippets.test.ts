import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPlaceholders } from '../../server/src/core/lint/placeholders';
import { isAtLeast } from '../../server/src/core/lint/severity';
import { buildTemplate } from '../../server/src/core/profiles/brief-template';
import { findProfile, profileIds } from '../../server/src/core/profiles/profiles';
import { parseSnippet, plainTextOf, type SnippetPart } from '../../server/src/core/profiles/snippet-text';
import { linesOf } from '../support/corpus';
import { fillBlanks } from '../support/fill-blanks';
import { checkText } from '../support/spec';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const root = join(import.meta.dirname, '../..');
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
const path = 'snippets/policy-brief.json';
const snippets = Object.entries(readJson(path) as Readonly<Record<string, Snippet>>).map(([name, snippet]) => ({ name, ...snippet, parts: parseSnippet(snippet.body.join('\n')) })); // Its form is what the test is about.

const variables: Readonly<Record<string, string>> = { CURRENT_YEAR: '2026', CURRENT_MONTH: '06', CURRENT_DATE: '30' };

const withVariables = (part: SnippetPart): SnippetPart => (part.kind === 'variable' ? { kind: 'text', text: variables[part.name] ?? '' } : part);

const filled = (parts: readonly SnippetPart[]): string => fillBlanks(plainTextOf(parts.map(withVariables)));

const templateOf = (id: string): string => {
  const profile = findProfile(id);
  if (profile === undefined) throw new Error(`no profile ${id}`);
  return fillBlanks(buildTemplate(profile, { date: '2026-06-30' })).replace('status: draft', 'status: final');
};

/** In a whole brief: instead of the section of that name, or within a section, or before one. */
const placed = (prefix: string, text: string): string => {
  if (prefix === 'pb-meta') return templateOf('issue-brief').replace(/^---\n.*?\n---\n/s, `${text}\n`);
  const brief = templateOf('exam-brief');
  const instead = { 'pb-takeaways': 'Summary', 'pb-intro': 'Introduction', 'pb-background': 'Background', 'pb-conclusion': 'Conclusion', 'pb-recs': 'Recommendations' }[prefix];
  if (instead !== undefined) return replaceSection(brief, instead, text);
  if (prefix === 'pb-mechanism') return replaceSection(brief, 'Analysis', `## Analysis\n\n${text}`);
  if (prefix === 'pb-rec') return replaceSection(brief, 'Recommendations', `## Recommendations\n\n${text}`);
  if (prefix === 'pb-ref') return replaceSection(brief, 'References', `## References\n\n${text}`);
  if (prefix === 'pb-faq') return before(brief, 'References', `## Frequently asked questions\n\n${text}`);
  if (prefix === 'pb-exam' || prefix === 'pb-disclosure') return before(brief, 'References', text);
  if (prefix === 'pb-constraint') return before(brief, 'Conclusion', `## Constraints\n\n${text}`);
  if (prefix === 'pb-source') return before(brief, 'Implications', `Table 1 shows lead in two towns.\n\nTable 1. Lead above the limit, % of taps, 2024\n\n| Town | Share (%) |\n| --- | ---: |\n| Orlin | 20 |\n| Rimsk | 7 |\n\n${text}`);
  return before(brief, text.startsWith('## ') ? 'Conclusion' : 'Implications', text);
};

const replaceSection = (brief: string, title: string, text: string): string => {
  const start = brief.indexOf(`## ${title}\n`);
  if (start < 0) throw new Error(`no section ${title}`);
  const next = brief.indexOf('\n## ', start);
  return `${brief.slice(0, start)}${text}\n${next < 0 ? '' : brief.slice(next)}`;
};

const before = (brief: string, title: string, text: string): string => brief.replace(`\n## ${title}\n`, () => `\n${text}\n\n## ${title}\n`);

describe.each(snippets)('$prefix', ({ prefix, name, description, body, parts }) => {
  it('is a snippet with tab stops from 1 on, each with words or choices', () => {
    expect(prefix).toMatch(/^pb-[a-z]+$/);
    for (const text of [name, description]) expect(text).toMatch(/^[A-Z]/);
    const stops = parts.flatMap((part) => (part.kind === 'stop' ? [part] : []));
    const numbers = [...new Set(stops.map(({ number }) => number))];
    expect(numbers).toEqual(numbers.map((_number, i) => i + 1));
    expect(stops.filter(({ texts }) => texts.some((text) => text.trim() === ''))).toEqual([]);
    expect(parts.filter((part) => part.kind === 'text' && /\$\{|\|\}/.test(part.text))).toEqual([]);
    expect(parts.filter((part) => part.kind === 'variable' && variables[part.name] === undefined)).toEqual([]);
    expect(body.filter((line) => line.includes('\n') || /[ \t]$/.test(line))).toEqual([]);
  });

  it('says of each blank that is left that it is one', () => {
    const text = plainTextOf(parts.map(withVariables));
    const blanks = text.match(/\[insert |\(Source, Year\)|\]\(url\)/gi) ?? [];
    // A link to "url" is one placeholder with the blank that names it.
    const links = text.match(/\[\[insert [^\]]*\]\]\(url\)/g) ?? [];
    expect(findPlaceholders(text).length).toBe(blanks.length - links.length);
  });

  it('is clean in a brief once it is filled in', () => {
    const text = placed(prefix, filled(parts));
    expect(text).toContain(filled(parts).split('\n').at(-1));
    const { findings } = checkText(text);
    expect(linesOf(text, findings.filter(({ rule, severity }) => isAtLeast(severity, 'information') && rule !== 'length-out-of-range'))).toEqual([]);
  });
});

describe('the snippets', () => {
  it('have prefixes of their own', () => {
    expect(new Set(snippets.map(({ prefix }) => prefix)).size).toBe(snippets.length);
    expect(snippets.length).toBeGreaterThanOrEqual(25);
  });

  it('let the writer choose among all profiles', () => {
    const profile = snippets.find(({ prefix }) => prefix === 'pb-meta')?.parts.find((part) => part.kind === 'stop' && part.number === 3);
    expect(profile?.kind === 'stop' && profile.texts).toEqual(profileIds);
  });

  it('are offered in Markdown and its kin, nowhere else', () => {
    const { contributes } = readJson('package.json') as { readonly contributes: { readonly snippets: readonly { readonly language: string; readonly path: string }[] } };
    expect(contributes.snippets).toEqual(['markdown', 'quarto', 'rmd'].map((language) => ({ language, path: `./${path}` })));
  });
});
