/**
 * Literate specs. A spec is a Markdown document: headings name cases, blocks marked `md` are briefs, and lines of carets mark what is expected.
 *
 *     ## Percent without a source
 *
 *     ```md profile=issue-brief today=2026-01-01
 *     Rent takes half of income, 52% in all.
 *                                ^^^ unsourced-statistic 52%
 *     ```
 *
 * - A line of carets is taken out before the brief is read. It marks a part of the line above it (several may follow one line); the words behind the
 *   rule's name must occur in the message. A finding over several lines is marked on its first line alone. An empty finding, and one at an empty line,
 *   is marked by one caret at its place.
 * - Only findings of the rule that the file is named after count, and those that the block names by `with=RULE`, or all if it says `all`. A block
 *   without carets must give none.
 * - Columns are UTF-16 code units. Most emoji take two and are drawn two cells wide, so that carets stand right under their words; the invisible
 *   variation selector U+FE0F takes one more.
 * - Words behind `md`: `profile=ID`, `status=draft`, `preset=strict`, `today=YYYY-MM-DD`, `all`, `crlf` (line ends of Windows), `line-structured`
 *   (the brief must be recognised as such). Anything else is front matter in the block.
 * - A fence of four or more marks holds briefs that have fences themselves.
 * - A block marked `bib` is the bibliography of the briefs that follow it under the same heading, one marked `source=KEY` the plain text of a source.
 *   A key that the bibliography lacks gets an entry with nothing but its key. One marked `other=PATH` is another brief of the workspace.
 */
import { checkDocument, type CheckResult } from '../../server/src/check';
import { readPlainText } from '../../server/src/core/library/extract/text';
import type { LibraryInputs } from '../../server/src/core/library/library';
import { parseBibliography } from '../../server/src/core/library/parse-bibliography';
import { buildBrief } from '../../server/src/core/model/build-brief';
import { summarizeFigures, type OtherBrief } from '../../server/src/core/workspace/figure-summary';
import type { Finding } from '../../server/src/core/lint/rule';
import { createLineIndex } from '../../server/src/core/text/line-index';
import { toLayer } from '../../server/src/settings';

export interface SpecCase {
  readonly title: string;
  /** Of the opening fence, counted from 1. */
  readonly line: number;
  /** The brief without its marks. */
  readonly text: string;
  /** Sorted. */
  readonly marks: readonly Mark[];
  readonly info: SpecInfo;
  /** Of the `bib` and `source=` blocks above it. */
  readonly library: LibraryInputs;
  /** Of the `other=` blocks above it; absent where there is none. */
  readonly others?: readonly OtherBrief[];
}

export interface SpecInfo {
  readonly settings: Readonly<Record<string, string>>;
  readonly today: string | null;
  /** Rules that count beside the spec's own; 'all': every rule. */
  readonly countedRules: readonly string[] | 'all';
  readonly isLineStructured: boolean;
}

/** A finding as a spec sees it; line and column from 0. */
export interface Mark {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly rule: string;
  readonly message: string;
}

const headingPattern = /^#{1,6}\s+(.*)$/;
const fencePattern = /^(`{3,})(md\b|bib\b|source=\S+|other=\S+)(.*)$/;
const markPattern = /^(\s*)(\^+)\s+([a-z][a-z0-9-]*)(?:\s+(.*\S))?\s*$/;
const defaultToday = '2026-06-30';

export const parseSpec = (document: string): readonly SpecCase[] => {
  const lines = document.split('\n');
  const cases: SpecCase[] = [];
  const numberByTitle = new Map<string, number>();
  let heading = '';
  let bibliography = '';
  let sources = new Map<string, string>();
  let others = new Map<string, string>();
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const newHeading = headingPattern.exec(line)?.[1];
    if (newHeading !== undefined) {
      heading = newHeading;
      bibliography = '';
      sources = new Map();
      others = new Map();
    }
    const fence = fencePattern.exec(line);
    if (!fence) continue;
    const end = lines.indexOf(fence[1] ?? '', i + 1);
    if (end < 0) throw new Error(`line ${String(i + 1)}: the block is not closed`);
    const [, , kind = '', words = ''] = fence;
    const block = lines.slice(i + 1, end);
    const firstLine = i + 2;
    i = end;
    if (kind === 'bib') bibliography = block.join('\n');
    else if (kind.startsWith('other=')) others = new Map([...others, [kind.slice('other='.length), block.join('\n')]]);
    else if (kind !== 'md') sources = new Map([...sources, [kind.slice('source='.length), block.join('\n')]]);
    if (kind !== 'md') continue;
    const number = (numberByTitle.get(heading) ?? 0) + 1;
    numberByTitle.set(heading, number);
    const title = number === 1 ? heading : `${heading} (${String(number)})`;
    cases.push({ title, line: firstLine - 1, ...parseBlock(block, words.trim(), firstLine), library: toLibraryInputs(bibliography, sources), ...(others.size > 0 && { others: toOthers(others) }) });
  }
  return cases;
};

const parseBlock = (lines: readonly string[], words: string, firstLine: number): Pick<SpecCase, 'text' | 'marks' | 'info'> => {
  const kept: string[] = [];
  const marks: Mark[] = [];
  lines.forEach((line, i) => {
    const match = markPattern.exec(line);
    if (!match) {
      kept.push(line);
      return;
    }
    if (kept.length === 0) throw new Error(`line ${String(firstLine + i)}: carets without a line above them`);
    const [, indent = '', carets = '', rule = '', message = ''] = match;
    marks.push({ line: kept.length - 1, column: indent.length, length: carets.length, rule, message });
  });
  const flags = words.split(/\s+/).filter((word) => word !== '');
  const lineEnd = flags.includes('crlf') ? '\r\n' : '\n';
  return { text: kept.map((line) => `${line}${lineEnd}`).join(''), marks: marks.sort(compareMarks), info: parseInfo(flags, firstLine - 1) };
};

const parseInfo = (flags: readonly string[], line: number): SpecInfo => {
  const settings: Record<string, string> = {};
  let today: string | null = defaultToday;
  const countedRules: string[] = [];
  for (const flag of flags) {
    const [key = '', value] = flag.split('=', 2);
    if (key === 'today' && value !== undefined) today = value === 'unknown' ? null : value;
    else if (key === 'with' && value !== undefined) countedRules.push(value);
    else if (['profile', 'status', 'preset'].includes(key) && value !== undefined) settings[key] = value;
    else if (!['all', 'crlf', 'line-structured'].includes(flag)) throw new Error(`line ${String(line)}: "${flag}" means nothing in a spec`);
  }
  return { settings, today, countedRules: flags.includes('all') ? 'all' : countedRules, isLineStructured: flags.includes('line-structured') };
};

const compareMarks = (a: Mark, b: Mark): number =>
  a.line - b.line || a.column - b.column || a.length - b.length || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);

/** What a door would have read: a bibliography, and the texts of sources by key. */
export const toLibraryInputs = (bibliography: string, sources: ReadonlyMap<string, string>): LibraryInputs => {
  if (bibliography === '' && sources.size === 0) return { files: [], unreadable: [], texts: new Map() };
  const listed = new Set(parseBibliography('references.bib', bibliography).references.map(({ id }) => id));
  const added = [...sources.keys()].filter((key) => !listed.has(key)).map((key) => `@misc{${key}}`);
  const file = parseBibliography('references.bib', [bibliography, ...added].join('\n'));
  return { files: [file], unreadable: [], texts: new Map([...sources].map(([key, text]) => [key, readPlainText(`sources/${key}.txt`, text)])) };
};

/** As a door knows other briefs: by what they are called, and their figures. */
export const toOthers = (texts: ReadonlyMap<string, string>): readonly OtherBrief[] =>
  [...texts].map(([path, text]) => ({ address: path, name: path, figures: summarizeFigures(buildBrief(text)) }));

/** Through the same flow as every door. A rule that throws fails the test. */
export const checkText = (text: string, settings: Readonly<Record<string, unknown>> = {}, today: string | null = defaultToday, library?: LibraryInputs, others?: readonly OtherBrief[]): CheckResult =>
  checkDocument({
    text,
    ...(library && { library }),
    ...(others && { others }),
    layers: [toLayer('command-line', library === undefined || library.files.length === 0 ? settings : { bibliography: library.files.map(({ path }) => path), ...settings })],
    today,
    log: (message) => {
      throw new Error(message);
    },
  });

export const checkCase = (spec: SpecCase): CheckResult => checkText(spec.text, spec.info.settings, spec.info.today, spec.library, spec.others);

/** What a spec would have to say of these findings. */
export const toMarks = (text: string, findings: readonly Finding[]): readonly Mark[] => {
  const lines = createLineIndex(text);
  return findings
    .map(({ span, rule, message }) => {
      const { line, character } = lines.positionAt(span.start);
      const lineEnd = lines.offsetAt({ line, character: Number.POSITIVE_INFINITY });
      return { line, column: character, length: Math.max(1, Math.min(span.end, lineEnd) - span.start), rule, message };
    })
    .sort(compareMarks);
};

/** The brief with its lines of carets, ready to be put into a spec. */
export const annotate = (text: string, marks: readonly Mark[]): string => {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  return lines
    .flatMap((line, i) => [line, ...marks.filter((mark) => mark.line === i).map(toCarets)])
    .join('\n');
};

const toCarets = ({ column, length, rule, message }: Mark): string =>
  `${' '.repeat(column)}${'^'.repeat(length)} ${rule}${message === '' ? '' : ` ${message}`}`;

/** Gives each found mark the words of the expected one at its place, if its message holds them: what is left unequal is a difference. */
export const withExpectedWords = (found: readonly Mark[], expected: readonly Mark[]): readonly Mark[] => {
  const open = [...expected];
  return found.map((mark) => {
    const at = open.findIndex((other) => compareMarks(mark, other) === 0 && mark.message.includes(other.message));
    return at < 0 ? mark : (open.splice(at, 1)[0] ?? mark);
  });
};
