import type { SourceText } from '../source-text';
import { findHyphenatedWords, joinLines } from './join-lines';
import { createPassageList } from './passage-list';

/** A run of text as a page has it; y grows upwards. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly endsLine: boolean;
}

export interface PdfReading {
  readonly pages: readonly (readonly TextRun[])[];
  readonly problem: string | null;
}

interface Line {
  readonly text: string;
  readonly y: number;
  readonly height: number;
}

/** A passage a paragraph, with its page. What is printed again at the head or foot of pages is left out. */
export const toPdfPassages = (path: string, { pages, problem }: PdfReading): SourceText => {
  const lines = pages.map(toLines);
  const repeated = findRepeated(lines);
  const hyphenatedWords = findHyphenatedWords(lines.flat().map((line) => line.text).join('\n'));
  const list = createPassageList();
  for (const [i, page] of lines.entries()) {
    const body = page.filter((line, at) => !(isAtEdge(at, page.length) && repeated.has(withoutDigits(line.text))));
    for (const paragraph of toParagraphs(body)) list.add(joinLines(paragraph.map((line) => line.text), hyphenatedWords), { page: i + 1 });
  }
  return { path, format: 'pdf', passages: list.passages, problem: problem ?? list.problem() ?? findScans(lines) };
};

/** Runs side by side make a line; a gap between them makes a space, a wide one the edge of a column in a table. */
function toLines(runs: readonly TextRun[]): readonly Line[] {
  const lines: Line[] = [];
  let text = '';
  let last: TextRun | null = null;
  const close = (): void => {
    if (last !== null && text.trim() !== '') lines.push({ text: text.normalize('NFKC').trim(), y: last.y, height: last.height });
    text = '';
  };
  for (const run of runs) {
    if (run.text.trim() === '') {
      text += text === '' || run.text === '' ? '' : ' ';
      if (run.endsLine) close();
      continue;
    }
    if (last !== null && isNoteMark(run, last)) {
      if (run.endsLine) close();
      continue;
    }
    const height = Math.max(run.height, last?.height ?? 0, 1);
    // Raised note marks stay in their line.
    if (last !== null && Math.abs(run.y - last.y) > height * 0.7) close();
    else if (last !== null && text !== '' && run.x - (last.x + last.width) > height * 0.2) text += ' ';
    text += run.text;
    last = run;
    if (run.endsLine) close();
  }
  close();
  return lines;
}

/** The number of a footnote, set small and high behind a word, would be taken for a figure of the text. */
const isNoteMark = (run: TextRun, last: TextRun): boolean =>
  /^[\d\s,*†‡]{1,8}$/u.test(run.text) && run.height > 0 && run.height < last.height * 0.8 && run.y - last.y > last.height * 0.15 && run.y - last.y < last.height;

/** A paragraph ends where the next line stands further off than the lines before did, or is set larger or smaller. */
function toParagraphs(lines: readonly Line[]): readonly (readonly Line[])[] {
  const spacing = medianOf(lines.slice(1).flatMap((line, i) => spacingOf(lines[i], line)));
  const paragraphs: Line[][] = [];
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    const paragraph = paragraphs.at(-1);
    if (before && paragraph && !isBreak(before, line, spacing)) paragraph.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

const spacingOf = (above: Line | undefined, below: Line): readonly number[] => {
  const distance = (above?.y ?? 0) - below.y;
  return above && distance > 0 && distance < below.height * 3 ? [distance] : [];
};

function isBreak(above: Line, below: Line, spacing: number | null): boolean {
  const distance = above.y - below.y;
  // Upwards: the next column.
  if (distance < 0) return !/[\p{Ll},;-]$/u.test(above.text);
  const isFar = distance > (spacing ?? below.height * 1.5) * 1.3;
  const isOtherSize = Math.abs(above.height - below.height) > Math.max(above.height, below.height) * 0.15;
  return isFar || (isOtherSize && above.height > 0 && below.height > 0) || (isRow(above.text) && isRow(below.text));
}

/** Half of its words or more are numbers, two at least. */
const isRow = (line: string): boolean => {
  const words = line.split(' ');
  const numbers = words.filter((word) => /^[^\p{L}]*\d[^\p{L}]*$/u.test(word)).length;
  return numbers >= 2 && numbers >= words.length / 2;
};

const medianOf = (numbers: readonly number[]): number | null => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? null;

const isAtEdge = (at: number, count: number): boolean => at < 2 || at >= count - 2;

const withoutDigits = (text: string): string => text.replace(/\d+/g, '#');

/** Texts at head or foot of at least three pages, page numbers aside. */
function findRepeated(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const edges = new Set(page.filter((_line, at) => isAtEdge(at, page.length)).map((line) => withoutDigits(line.text)));
    for (const edge of edges) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  const least = Math.max(3, pages.length * 0.2);
  return new Set([...counts].filter(([, count]) => count >= least).map(([edge]) => edge));
}

function findScans(pages: readonly (readonly Line[])[]): string | null {
  const blank = pages.filter((page) => page.length === 0).length;
  if (pages.length === 0 || blank === 0) return null;
  if (blank === pages.length) return 'scanned pages without text';
  return blank > 2 && blank > pages.length * 0.2 ? `${blank} of ${pages.length} pages have no text (scanned?)` : null;
}
