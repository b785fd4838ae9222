/** Places that a text calls by their names: "Section 3", "Table 2", "Option B", "Finding 4", or a heading in quotation marks. */
import type { Brief } from '../model/brief';
import { rememberByBrief } from '../model/remember-by-brief';
import type { Span } from '../text/span';
import { tableMark } from '../lint/table-facts';

export interface NamedPlace {
  readonly span: Span;
  readonly section: number;
  /** As the text calls it. */
  readonly name: string;
}

export const namedPlaces = (brief: Brief, text: string): readonly NamedPlace[] => {
  const targets = targetsOf(brief);
  const found = new Map<number, NamedPlace>();
  for (const match of text.matchAll(namePattern)) {
    const key = match.groups?.['quoted'] ?? `${match.groups?.['kind'] ?? ''} ${match.groups?.['number'] ?? ''}`;
    const target = targets.get(normalized(key));
    if (target !== undefined && !found.has(target.span.start)) found.set(target.span.start, { ...target, name: match[0].replace(/\s+/g, ' ') });
  }
  return [...found.values()];
};

const kinds = '[Ss]ection|[Cc]hapter|[Pp]art|[Tt]able|[Ff]igure|[Bb]ox|[Oo]ption|[Ff]inding|[Pp]roblem|[Cc]onstraint|[Cc]hallenge|[Rr]isk|[Ss]cenario|[Aa]nnex|[Aa]ppendix';
const namePattern = new RegExp(String.raw`\b(?<kind>${kinds})\s+(?<number>[A-Z]?\d{1,3}(?:\.\d{1,3}){0,3}|[A-Z])\b|[“"](?<quoted>[^“”"\n]{4,80})[”"]`, 'gu');
const labelPattern = new RegExp(String.raw`^\W*(?<kind>${kinds})\s+(?<number>[A-Z]?\d{1,3}(?:\.\d{1,3}){0,3}|[A-Z])\b`, 'u');

type Target = Pick<NamedPlace, 'span' | 'section'>;

/** The first of a name counts. */
const targetsOf = rememberByBrief((brief): ReadonlyMap<string, Target> => {
  const targets = new Map<string, Target>();
  const add = (name: string | undefined, target: Target): void => {
    if (name !== undefined && !targets.has(normalized(name))) targets.set(normalized(name), target);
  };
  for (const { heading, index } of brief.sections) {
    if (heading === null) continue;
    const target = { span: heading.textSpan, section: index };
    add(labelOf(heading.text), target);
    const number = /^\W{0,3}(\d{1,3}(?:\.\d{1,3}){0,3})[.):]?\s/.exec(heading.text)?.[1];
    for (const kind of number === undefined ? [] : ['section', 'chapter', 'part']) add(`${kind} ${number ?? ''}`, target);
    add(heading.text, target);
    add(heading.normalized, target);
  }
  for (const table of brief.tables) add(labelOf(table.caption?.value ?? ''), { span: table.caption?.span ?? tableMark(table), section: table.section });
  for (const { text, span, section, container } of brief.sentences) if (container !== 'footnote') add(labelOf(text), { span, section });
  return targets;
});

const labelOf = (text: string): string | undefined => {
  const match = labelPattern.exec(text);
  return match === null ? undefined : `${match.groups?.['kind'] ?? ''} ${match.groups?.['number'] ?? ''}`;
};

const normalized = (name: string): string => name.toLowerCase().replace(/\s+/g, ' ').trim();
