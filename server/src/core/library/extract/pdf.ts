/** The lazily loaded part: the only module that knows the PDF library, which is larger than all else together. */
import { getDocumentProxy } from 'unpdf';
import { longestPdfReading, longestSourceText, mostPdfPages, mostPdfRuns } from './limits';
import type { PdfReading, TextRun } from './pdf-passages';

/**
 * The pages' text as it is set, with its places. Never throws: a file that cannot be read gives a problem. A small file may unfold to a
 * page without end, so that text is taken while it comes and no longer than `now` (milliseconds) allows; without a clock only text counts.
 * Known limit: where no text comes, as of a page that is all drawing, nothing is looked at before its end.
 */
export const readPdf = async (bytes: Uint8Array, now: () => number = () => 0): Promise<PdfReading> => {
  try {
    const budget = createBudget(now);
    // The library takes the bytes for its own and empties them. Its warnings would go to standard output, which belongs to the protocol.
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false, useSystemFonts: false, enableXfa: false });
    const pages: TextRun[][] = [];
    try {
      const pageCount = Math.min(document.numPages, mostPdfPages);
      for (let number = 1; number <= pageCount && budget.problem() === null; number++) pages.push(await readPage(document, number, budget));
      return { pages, problem: budget.problem() ?? (pageCount < document.numPages ? `only the first ${mostPdfPages.toLocaleString('en')} pages were read` : null) };
    } finally {
      await document.destroy();
    }
  } catch (error) {
    return { pages: [], problem: problemOf(error) };
  }
};

/** What may still be taken of one file. */
interface Budget {
  readonly spend: (run: TextRun) => void;
  /** null as long as there is some left. */
  readonly problem: () => string | null;
}

const createBudget = (now: () => number): Budget => {
  const end = now() + longestPdfReading;
  let length = 0;
  let runCount = 0;
  return {
    spend: ({ text }) => {
      length += text.length;
      runCount += 1;
    },
    problem: () => {
      if (length > longestSourceText) return `only the first ${(longestSourceText / 1_000_000).toLocaleString('en')} million characters were read`;
      if (runCount > mostPdfRuns) return `only the first ${mostPdfRuns.toLocaleString('en')} pieces of text were read`;
      return now() > end ? `only what could be read in ${longestPdfReading / 1_000} seconds was read` : null;
    },
  };
};

const readPage = async (document: Awaited<ReturnType<typeof getDocumentProxy>>, number: number, budget: Budget): Promise<TextRun[]> => {
  const page = await document.getPage(number);
  const reader = page.streamTextContent().getReader();
  const runs: TextRun[] = [];
  for (;;) {
    const { done, value } = (await reader.read()) as ReadableStreamReadResult<TextContentPart>; // The library's own type is `any`.
    if (done) break;
    for (const run of value.items.flatMap(toRun)) {
      budget.spend(run);
      runs.push(run);
    }
    if (budget.problem() !== null) {
      await reader.cancel(new Error('enough was read'));
      return runs;
    }
  }
  page.cleanup();
  return runs;
};

type TextContentPart = Pick<Awaited<ReturnType<Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>['getTextContent']>>, 'items'>;

const toRun = (item: TextContentPart['items'][number]): readonly TextRun[] => {
  if (!('str' in item)) return [];
  const [, , , , x, y] = item.transform as readonly unknown[];
  return [{ text: item.str, x: Number(x), y: Number(y), width: item.width, height: item.height, endsLine: item.hasEOL }];
};

const problemOf = (error: unknown): string => {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return 'protected with a password';
  if (name === 'InvalidPDFException') return 'broken PDF: it cannot be read';
  return 'PDF that cannot be read';
};
