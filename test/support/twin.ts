/**
 * Literate twins. A twin is a clean brief with slips in it, told as a Markdown document beside its findings:
 *
 *     ## The total of a table
 *
 *     Found by: total-mismatch; inconsistent-figure at "## Summary"
 *
 *     ```slip
 *     | Total | 240 |
 *     =>
 *     | Total | 250 |
 *     ```
 *
 * - What stands above the arrow must occur exactly once in the clean brief, with any white space between its words; what stands below takes its place.
 * - A line "… 1" stands for any words up to the next ones given; below the arrow it puts them back, wherever it stands.
 * - "Found by" names every rule that finds it, at the line of the slip or pointing to it, or at a line that holds the words in quotes.
 * - "Not found" says why no rule does. A twin has no warning that no slip names.
 */
import type { Finding } from '../../server/src/core/lint/rule';
import { createLineIndex } from '../../server/src/core/text/line-index';
import type { Span } from '../../server/src/core/text/span';

export interface ExpectedFinding {
  readonly rule: string;
  /** Words of the line at which the finding stands; null: at the slip. */
  readonly at: string | null;
}

export interface Slip {
  readonly title: string;
  readonly expected: readonly ExpectedFinding[];
  /** Why nothing finds it; null where something does. */
  readonly reason: string | null;
  readonly before: string;
  readonly after: string;
}

export interface PlacedSlip extends Slip {
  /** In the twin. */
  readonly span: Span;
}

export interface Twin {
  readonly text: string;
  readonly slips: readonly PlacedSlip[];
}

const arrow = '\n=>\n';

export const readSlips = (document: string): readonly Slip[] =>
  [...document.matchAll(/^## (.+)\n([^]*?)^```slip\n([^]*?)\n```$/gm)].map(([, title = '', words = '', block = '']) => {
    const [before, after, ...more] = block.split(arrow);
    if (before === undefined || after === undefined || more.length > 0) throw new Error(`"${title}" has no arrow, or several`);
    const [, found] = /^Found by: (.*)$/m.exec(words) ?? [];
    const [, reason = null] = /^Not found: (.*)$/m.exec(words) ?? [];
    if ((found === undefined) === (reason === null)) throw new Error(`"${title}" says neither who finds it nor why nobody does, or both`);
    return { title, expected: (found?.split(';') ?? []).map(readExpected), reason, before, after };
  });

const readExpected = (words: string): ExpectedFinding => {
  const [, rule, at = null] = /^\s*([a-z-]+)(?: at "(.*)")?\s*$/.exec(words) ?? [];
  if (rule === undefined) throw new Error(`no rule in "${words}"`);
  return { rule, at };
};

const gap = /\n?^… (\d)$\n?/m;

const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

/** Words with any white space between them, and anything in the gaps. */
const patternOf = (before: string): RegExp => {
  const parts = before.split(new RegExp(gap, 'gm'));
  const source = parts.map((part, i) => (i % 2 === 1 ? `(?<gap${part}>[^]*?)` : part.trim().split(/\s+/).map((word) => escaped(word)).join(String.raw`\s+`)));
  return new RegExp(source.join(''), 'g');
};

export const applySlips = (clean: string, slips: readonly Slip[]): Twin => {
  const changes = slips
    .map((slip) => {
      const [match, ...others] = [...clean.matchAll(patternOf(slip.before))];
      if (match === undefined || others.length > 0) throw new Error(`"${slip.title}": what it changes occurs ${String(others.length + (match ? 1 : 0))} times`);
      const after = slip.after.replace(new RegExp(gap, 'gm'), (_, number: string) => match.groups?.[`gap${number}`] ?? '');
      return { slip, start: match.index, end: match.index + match[0].length, after };
    })
    .sort((one, other) => one.start - other.start);
  const placed: PlacedSlip[] = [];
  let [text, done] = ['', 0];
  for (const { slip, start, end, after } of changes) {
    if (start < done) throw new Error(`"${slip.title}" changes what another slip changes`);
    text += clean.slice(done, start);
    placed.push({ ...slip, span: { start: text.length, end: text.length + after.length } });
    text += after;
    done = end;
  }
  return { text: text + clean.slice(done), slips: placed };
};

/** Is the finding the one that the slip expects? */
export const isExpected = ({ text }: Twin, { span }: PlacedSlip, { rule, at }: ExpectedFinding, finding: Finding): boolean => {
  if (finding.rule !== rule) return false;
  const lines = createLineIndex(text);
  const lineOf = (offset: number): number => lines.positionAt(offset).line;
  if (at !== null) return (text.split('\n')[lineOf(finding.span.start)] ?? '').includes(at);
  const [first, last] = [lineOf(span.start), lineOf(span.end)];
  const touches = (other: Span): boolean => lineOf(other.start) <= last && lineOf(other.end) >= first;
  return touches(finding.span) || (finding.related ?? []).some((place) => touches(place.span));
};
