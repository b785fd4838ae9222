import { buildBrief } from '../core/model/build-brief';
import type { Brief } from '../core/model/brief';

/** N owes a source and has none; S has one; O owes none; A is the author's own result, data, method or act. */
export type ClaimLabel = 'N' | 'S' | 'O' | 'A';

export interface LabelledSentence {
  /** Index of the brief's sentence that covers most of it. */
  readonly sentence: number;
  readonly label: ClaimLabel;
  /** How sure its annotator was, as a weight of 0..1. */
  readonly weight: number;
}

export interface LabelledDocument {
  readonly name: string;
  /** Who published it: what stands before the first hyphen of its name. */
  readonly publisher: string;
  readonly brief: Brief;
  readonly sentences: readonly LabelledSentence[];
}

const confidenceWeights: Readonly<Record<string, number>> = { high: 1, medium: 0.8, low: 0.4 };

interface Row {
  readonly start: number;
  readonly end: number;
  readonly label: ClaimLabel;
  readonly weight: number;
}

/** `gold` has a head line and the columns doc, id, start, end, label, confidence; offsets are UTF-16. */
export function readGold(gold: string, name: string, text: string): LabelledDocument {
  const rows: Row[] = [];
  for (const line of gold.split('\n').slice(1)) {
    const [document, , start, end, label, confidence = ''] = line.split('\t');
    if (document === name && isLabel(label)) rows.push({ start: Number(start), end: Number(end), label, weight: confidenceWeights[confidence] ?? 1 });
  }
  return toDocument(name, text, rows);
}

/**
 * A labelled text: a heading a line, or a sentence a line after its label; an empty line ends a paragraph.
 *
 *     ## Background
 *     N Rents have risen.
 *     S They rose by 4% in 2024 (Bureau of Statistics, 2025).
 */
export function readLabelledText(name: string, source: string, { weight, sentencesPerParagraph }: TextForm): LabelledDocument {
  let text = '';
  let inParagraph = 0;
  const rows: Row[] = [];
  for (const line of source.split('\n')) {
    const match = /^([NSOA]) (- |> )?(.*)$/.exec(line);
    const label = match?.[1];
    if (match === null || !isLabel(label)) {
      text += `\n\n${line.trim()}\n\n`;
      inParagraph = 0;
      continue;
    }
    const mark = match[2] ?? '';
    text += separator(inParagraph, mark !== '', sentencesPerParagraph) + mark;
    inParagraph = inParagraph >= sentencesPerParagraph ? 1 : inParagraph + 1;
    const sentence = match[3] ?? '';
    rows.push({ start: text.length, end: text.length + sentence.length, label, weight });
    text += sentence;
  }
  const notes = new Set([...text.matchAll(/\[\^([\w-]+)\]/g)].map((found) => found[1] ?? ''));
  for (const note of notes) text += `\n\n[^${note}]: A report, 2020.\n`;
  return toDocument(name, text, rows);
}

export interface TextForm {
  /** How much a sentence counts beside one of the documents with a gold file. */
  readonly weight: number;
  /** After how many a new one begins where no empty line says so. */
  readonly sentencesPerParagraph: number;
}

function separator(inParagraph: number, isListed: boolean, sentencesPerParagraph: number): string {
  if (inParagraph === 0) return '';
  if (isListed) return '\n';
  return inParagraph >= sentencesPerParagraph ? '\n\n' : ' ';
}

const isLabel = (label: string | undefined): label is ClaimLabel => label === 'N' || label === 'S' || label === 'O' || label === 'A';

function toDocument(name: string, text: string, rows: readonly Row[]): LabelledDocument {
  const brief = buildBrief(text);
  const sentences: LabelledSentence[] = [];
  for (const row of rows) {
    let best = -1;
    let most = 0;
    for (const { index, span } of brief.sentences) {
      const common = Math.min(span.end, row.end) - Math.max(span.start, row.start);
      if (common <= most) continue;
      most = common;
      best = index;
    }
    sentences.push({ sentence: best, label: row.label, weight: row.weight });
  }
  return { name, publisher: name.split('-')[0] ?? name, brief, sentences };
}
