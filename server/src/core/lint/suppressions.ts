/**
 * Comments that switch rules off for a place, with a reason:
 *
 *     <!-- brieflint-disable-next-line unsourced-statistic until=2026-06-30 -- figure is in print -->
 *                                      ^^^^^^^^^^^^^^^^^^^ one of names              reason ^^^^^^
 *
 * `parseSuppressions` reads them and says what is wrong with them; `applySuppressions` filters findings and says which did nothing.
 */
import { closest } from 'fastest-levenshtein';
import type { Comment } from '../model/brief';
import { isDay } from '../text/dates';
import { createLineIndex, type LineIndex } from '../text/line-index';
import { nearestOf } from '../text/nearest';
import { spanOf, type Span } from '../text/span';
import { createSpanIndex, type HasSpan, type SpanIndex } from '../text/span-index';
import type { Edit, RuleFinding } from './rule';

export type SuppressionForm = 'disable-next-line' | 'disable-line' | 'disable' | 'disable-file' | 'enable';

export interface NamedRule {
  readonly name: string;
  readonly span: Span;
}

export interface SuppressedRule extends NamedRule {
  /** Findings that start in here are suppressed. */
  readonly scope: Span;
}

export interface Suppression {
  /** The comment with its marks. */
  readonly span: Span;
  readonly names: readonly SuppressedRule[];
  readonly reason: string;
}

/** A finding of one of the setup rules. */
export interface SetupFinding extends RuleFinding {
  readonly rule: 'bad-setting' | 'suppression-without-reason' | 'expired-suppression' | 'unused-suppression';
}

export interface ParsedSuppressions {
  /** Those in force. */
  readonly active: readonly Suppression[];
  readonly findings: readonly SetupFinding[];
}

const forms: readonly SuppressionForm[] = ['disable-next-line', 'disable-line', 'disable', 'disable-file', 'enable'];
const commandPattern = /^\s*brieflint-([a-z-]+)/;
const wordPattern = /[^\s,]+/g;
const reasonPattern = /(?:^|\s)(?:--|—|–)(?:\s|$)/;

interface Directive {
  readonly form: SuppressionForm;
  readonly span: Span;
  readonly names: readonly NamedRule[];
  /** YYYY-MM-DD; in force on that day still. */
  readonly until: string | null;
  readonly reason: string | null;
}

export const parseSuppressions = (
  text: string,
  comments: readonly Comment[],
  ruleNames: readonly string[],
  today: string | null,
): ParsedSuppressions => {
  const findings: SetupFinding[] = [];
  const directives: Directive[] = [];
  for (const comment of comments) {
    const directive = parseDirective(text, comment, ruleNames, findings);
    if (directive) directives.push(directive);
  }
  const active: Suppression[] = [];
  const scopes = new ScopeReader(directives.length === 0 ? '' : text);
  // From the end, so that what ends a region has been seen when the region is met.
  for (const directive of directives.toReversed()) {
    const flaw = directive.form === 'enable' ? null : flawOf(directive, today);
    if (flaw) findings.push(flaw);
    else if (directive.form === 'enable') scopes.addEnable(directive);
    else active.push({ span: directive.span, reason: directive.reason ?? '', names: directive.names.map((named) => ({ ...named, scope: scopes.scopeOf(directive, named.name) })) });
  }
  return { active: active.reverse(), findings };
};

const parseDirective = (text: string, comment: Comment, ruleNames: readonly string[], findings: SetupFinding[]): Directive | null => {
  const command = commandPattern.exec(comment.text);
  if (!command) return null;
  const complain = (span: Span, message: string): void => {
    findings.push({ rule: 'bad-setting', level: 'suppression', span, message });
  };
  const word = command[1] ?? '';
  const form = forms.find((known) => known === word);
  if (!form) {
    complain(comment.span, `"brieflint-${word}" is no command, the nearest is "brieflint-${closest(word, forms)}"`);
    return null;
  }
  const rest = comment.text.slice(command[0].length);
  const reasonMark = reasonPattern.exec(rest);
  // The quick fix writes "reason: " for the author to go on from.
  const reason = reasonMark ? rest.slice(reasonMark.index + reasonMark[0].length).replace(/^\s*reason:\s*/i, '').trim() : '';
  const operands = reasonMark ? rest.slice(0, reasonMark.index) : rest;
  const operandStart = startOfCommentText(text, comment) + command[0].length;
  const names: NamedRule[] = [];
  let until: string | null = null;
  for (const match of operands.matchAll(wordPattern)) {
    const span = spanOf(operandStart + match.index, operandStart + match.index + match[0].length);
    if (match[0].startsWith('until=')) {
      until = match[0].slice('until='.length);
      if (!isDay(until)) complain(span, `"${until}" is no date of the form 2026-06-30`);
    } else if (ruleNames.includes(match[0])) names.push({ name: match[0], span });
    else complain(span, unknownRule(match[0], ruleNames));
  }
  if (names.length === 0 && form !== 'enable' && operands.trim() === '') complain(comment.span, `"brieflint-${form}" names no rule`);
  return { form, span: comment.span, names, until, reason: reason === '' ? null : reason };
};

const startOfCommentText = (text: string, comment: Comment): number => {
  const at = text.indexOf(comment.text, comment.span.start);
  return at < 0 || at > comment.span.end ? comment.span.start : at;
};

/** `"unsourced-statistics" is no rule, the nearest is "unsourced-statistic"`. */
export const unknownRule = (name: string, ruleNames: readonly string[]): string => {
  const nearest = nearestOf(name, ruleNames);
  return nearest === null ? `"${name}" is no rule` : `"${name}" is no rule, the nearest is "${nearest}"`;
};

/** Without a reason, or past its day: it does not count. A date that cannot be read never ends. */
const flawOf = (directive: Directive, today: string | null): SetupFinding | null => {
  const what = directive.names.map(({ name }) => name).join(', ') || 'it';
  if (directive.reason === null) {
    return { rule: 'suppression-without-reason', level: 'comment', span: directive.span, message: `No reason given for switching off ${what}` };
  }
  if (today === null || directive.until === null || !isDay(directive.until) || directive.until >= today) return null;
  return { rule: 'expired-suppression', level: 'comment', span: directive.span, message: `Switching off ${what} ended on ${directive.until}` };
};

/** Where directives hold. They are asked for from the last to the first. */
class ScopeReader {
  readonly #text: string;
  readonly #lines: LineIndex;
  /** Starts of the next `enable` that names no rule, and of the next for each rule. */
  #enableAll = Number.POSITIVE_INFINITY;
  readonly #enable = new Map<string, number>();
  /** For a line, the first from there that is not passed over. */
  readonly #nextLines = new Map<number, number>();

  constructor(text: string) {
    this.#text = text;
    this.#lines = createLineIndex(text);
  }

  addEnable({ names, span }: Directive): void {
    if (names.length === 0) this.#enableAll = span.start;
    for (const { name } of names) this.#enable.set(name, span.start);
  }

  scopeOf({ form, span: { start, end } }: Directive, rule: string): Span {
    const lines = this.#lines;
    switch (form) {
      case 'disable-file':
        return spanOf(0, Number.POSITIVE_INFINITY);
      case 'disable-line':
        return spanOf(startOf(lines, lineOf(lines, start)), startOf(lines, lineOf(lines, end) + 1));
      case 'disable-next-line':
        return this.#nextLine(lineOf(lines, end) + 1);
      case 'disable':
      case 'enable':
        return spanOf(end, Math.min(this.#enableAll, this.#enable.get(rule) ?? Number.POSITIVE_INFINITY));
    }
  }

  #nextLine(first: number): Span {
    const lines = this.#lines;
    let line = first;
    while (line < lines.lineCount) {
      const known = this.#nextLines.get(line);
      if (known === undefined && !isPassedOver(this.#text.slice(startOf(lines, line), endOf(lines, line)))) break;
      line = known ?? line + 1;
    }
    if (line > first) this.#nextLines.set(first, line);
    return spanOf(startOf(lines, line), startOf(lines, line + 1));
  }
}

/** Nothing but white space, quote marks and comments stands here, or it is the line of dashes below a table's head. */
const isPassedOver = (line: string): boolean => {
  const bare = withoutComments(line);
  return /^[\s>]*$/.test(bare) || (bare.includes('-') && bare.includes('|') && /^[\s>|:-]+$/.test(bare));
};

const withoutComments = (line: string): string =>
  line
    .split('<!--')
    .map((piece, i) => (i === 0 ? piece : piece.slice(piece.indexOf('-->') + (piece.includes('-->') ? 3 : 1))))
    .join('');

const lineOf = (lines: LineIndex, offset: number): number => lines.positionAt(offset).line;

/** Behind the last line nothing starts: a finding at the very end of the text still belongs to the last line. */
const startOf = (lines: LineIndex, line: number): number =>
  line < lines.lineCount ? lines.offsetAt({ line, character: 0 }) : Number.POSITIVE_INFINITY;

/** Before the line break. */
const endOf = (lines: LineIndex, line: number): number => lines.offsetAt({ line, character: Number.POSITIVE_INFINITY });

interface SuppressibleFinding extends RuleFinding {
  readonly rule: string;
}

export interface AppliedSuppressions<F> {
  readonly kept: readonly F[];
  /** The others, each with the reason that the comment gives. */
  readonly silenced: readonly { readonly finding: F; readonly reason: string }[];
  readonly unused: readonly SetupFinding[];
}

/** Keeps the findings that no suppression covers. `ranRules` are those that had the chance to find something. */
export const applySuppressions = <F extends SuppressibleFinding>(
  text: string,
  findings: readonly F[],
  suppressions: readonly Suppression[],
  ranRules: ReadonlySet<string>,
): AppliedSuppressions<F> => {
  if (suppressions.length === 0) return { kept: findings, silenced: [], unused: [] };
  const scopes = indexByRule(suppressions.flatMap(({ names, reason }) => names.map(({ name, scope }) => ({ rule: name, span: scope, reason }))));
  const starts = indexByRule(findings.map(({ rule, span }) => ({ rule, span: firstUnit(span) })));
  const lines = createLineIndex(text);
  const unused = suppressions.flatMap((suppression) =>
    suppression.names
      .filter(({ name, scope }) => ranRules.has(name) && starts.get(name)?.meets(scope) !== true)
      .map((named) => unusedFinding(text, lines, suppression, named)),
  );
  const kept: F[] = [];
  const silenced: { readonly finding: F; readonly reason: string }[] = [];
  for (const finding of findings) {
    const scope = scopes.get(finding.rule)?.firstOver(firstUnit(finding.span));
    if (scope === undefined) kept.push(finding);
    else silenced.push({ finding, reason: scope.reason });
  }
  return { kept, silenced, unused };
};

/** What begins here; an empty span begins somewhere too. */
const firstUnit = ({ start }: Span): Span => spanOf(start, start + 1);

const indexByRule = <Item extends HasSpan & { readonly rule: string }>(items: readonly Item[]): ReadonlyMap<string, SpanIndex<Item>> => {
  const byRule = new Map<string, Item[]>();
  for (const item of items) {
    const own = byRule.get(item.rule);
    if (own) own.push(item);
    else byRule.set(item.rule, [item]);
  }
  return new Map([...byRule].map(([rule, own]) => [rule, createSpanIndex(own)]));
};

const unusedFinding = (text: string, lines: LineIndex, suppression: Suppression, named: SuppressedRule): SetupFinding => ({
  rule: 'unused-suppression',
  level: 'comment',
  span: named.span,
  message: `${named.name} finds nothing here`,
  isUnnecessary: true,
  fixes: [
    suppression.names.length === 1
      ? { title: 'Remove the comment', safe: false, edits: [removeComment(text, lines, suppression.span)] }
      : { title: `Remove ${named.name} from the comment`, safe: false, edits: [removeName(text, suppression, named)] },
  ],
});

/** With its line, if nothing else stands there. */
const removeComment = (text: string, lines: LineIndex, span: Span): Edit => {
  const [first, last] = [lineOf(lines, span.start), lineOf(lines, span.end)];
  const start = startOf(lines, first);
  const isAlone = text.slice(start, span.start).trim() === '' && text.slice(span.end, endOf(lines, last)).trim() === '';
  return { span: isAlone ? spanOf(start, Math.min(startOf(lines, last + 1), text.length)) : span, newText: '' };
};

const removeName = (text: string, suppression: Suppression, named: SuppressedRule): Edit => {
  const after = /^\s*,?\s*/.exec(text.slice(named.span.end, suppression.span.end))?.[0] ?? '';
  const isLast = named === suppression.names.at(-1);
  if (!isLast) return { span: spanOf(named.span.start, named.span.end + after.length), newText: '' };
  const before = /[\s,]*$/.exec(text.slice(suppression.span.start, named.span.start))?.[0] ?? '';
  return { span: spanOf(named.span.start - before.length, named.span.end), newText: '' };
};
