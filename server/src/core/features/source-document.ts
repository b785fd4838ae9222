import type { Passage, SourceText } from '../library/source-text';

/** The words of a PDF or a text document, to be read in an editor that cannot show the file itself. */
export interface SourceDocument {
  readonly text: string;
  /** Line of each passage, from 1. */
  readonly lineOf: (passage: Passage) => number;
}

/** Made once for each text. */
const documents = new WeakMap<readonly Passage[], SourceDocument>();

export const buildSourceDocument = (source: SourceText): SourceDocument => {
  const known = documents.get(source.passages);
  if (known !== undefined) return known;
  const lines = [`The words of ${source.path}, read only`, ''];
  if (source.problem !== null) lines.push(`Not all is here: ${source.problem}`, '');
  const lineByPassage = new Map<Passage, number>();
  let page: number | null = null;
  for (const passage of source.passages) {
    if (passage.page !== null && passage.page !== page) lines.push(`——— page ${passage.page} ———`, '');
    page = passage.page;
    lineByPassage.set(passage, lines.length + 1);
    lines.push(...passage.text.split(/\r\n|\r|\n/u).flatMap(wrap), '');
  }
  const document: SourceDocument = { text: lines.join('\n'), lineOf: (passage) => lineByPassage.get(passage) ?? 1 };
  documents.set(source.passages, document);
  return document;
};

/** What a reader takes in without moving the head; editors often cut instead of wrapping. */
const longestLine = 72;

/** Between words. */
const wrap = (line: string): readonly string[] => {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > longestLine) {
    const blank = rest.lastIndexOf(' ', longestLine);
    const next = blank > 0 ? blank : rest.indexOf(' ', longestLine);
    if (next < 0) break;
    lines.push(rest.slice(0, next));
    rest = rest.slice(next + 1);
  }
  return [...lines, rest];
};
