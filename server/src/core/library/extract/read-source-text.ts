import type { SourceText } from '../source-text';
import { readCsv } from './csv';
import { decodeBytes } from './decode-bytes';
import { readDocx } from './docx';
import { declaredEncodingOf, readHtml } from './html';
import { largestSourceFile } from './limits';
import { readMarkdown } from './markdown';
import { toPdfPassages, type PdfReading } from './pdf-passages';
import { readPlainText } from './text';

/** Reads a PDF. It is handed in, for the library behind it is loaded only where a PDF is met, and each door loads it in its own way. */
export type ReadPdf = (bytes: Uint8Array) => Promise<PdfReading>;

/** By ending, in the order in which they are looked for: the plainer the form, the surer its text. */
export const sourceFormats: ReadonlyMap<string, SourceText['format']> = new Map([
  ['txt', 'text'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['html', 'html'],
  ['htm', 'html'],
  ['docx', 'docx'],
  ['csv', 'csv'],
  ['tsv', 'csv'],
  ['pdf', 'pdf'],
]);

export const formatOf = (path: string): SourceText['format'] | undefined => sourceFormats.get(/\.([^./\\]{1,10})$/.exec(path)?.[1]?.toLowerCase() ?? '');

/** Never throws: what cannot be read is an empty text with its problem in plain words. `readPdf: null`: PDFs cannot be read here. */
export const readSourceText = async (path: string, bytes: Uint8Array, readPdf: ReadPdf | null): Promise<SourceText> => {
  const format = formatOf(path) ?? 'text';
  if (bytes.length > largestSourceFile) return withoutText(path, format, `larger than ${largestSourceFile / 1_000_000} MB`);
  try {
    return withProblemIfEmpty(format === 'pdf' ? await readPdfText(path, bytes, readPdf) : readOther(path, bytes, format));
  } catch (error) {
    return withoutText(path, format, `cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
};

export const withoutText = (path: string, format: SourceText['format'], problem: string): SourceText => ({ path, format, passages: [], problem });

const withProblemIfEmpty = (text: SourceText): SourceText => (text.passages.length > 0 || text.problem !== null ? text : { ...text, problem: 'no text in it' });

/** "%PDF-", which may stand behind some odd bytes. */
const isPdf = (bytes: Uint8Array): boolean => String.fromCharCode(...bytes.subarray(0, 1_024)).includes('%PDF-');

const readPdfText = async (path: string, bytes: Uint8Array, readPdf: ReadPdf | null): Promise<SourceText> => {
  if (!isPdf(bytes)) return withoutText(path, 'pdf', 'no PDF, whatever its name says');
  if (readPdf === null) return withoutText(path, 'pdf', 'PDFs cannot be read here; put its text beside it as a .txt file');
  return toPdfPassages(path, await readPdf(bytes));
};

const readOther = (path: string, bytes: Uint8Array, format: Exclude<SourceText['format'], 'pdf'>): SourceText => {
  if (format === 'docx') {
    const isOle = bytes[0] === 0xd0 && bytes[1] === 0xcf;
    return isOle ? withoutText(path, format, 'protected with a password, or in the old Word format') : readDocx(path, bytes);
  }
  const text = decodeBytes(bytes, format === 'html' ? declaredEncodingOf(bytes) : null);
  if (text === null) return withoutText(path, format, 'no text file, whatever its name says');
  switch (format) {
    case 'text':
      return readPlainText(path, text);
    case 'markdown':
      return readMarkdown(path, text);
    case 'html':
      return readHtml(path, text);
    case 'csv':
      return readCsv(path, text);
  }
};
