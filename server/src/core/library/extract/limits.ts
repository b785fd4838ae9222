/** What a source may cost. Past a limit the source is read in part or not at all, and its `problem` says so. */

/** Bytes of a file. */
export const largestSourceFile = 20_000_000;
/** Characters of text that are kept of one source: about 1,600 pages. */
export const longestSourceText = 5_000_000;
/** Characters of one passage; longer ones are cut at a line, sentence or word. */
export const longestPassage = 2_000;
/** Bytes that a packed file (DOCX) may unfold to, whatever it claims. */
export const largestUnpacked = 80_000_000;
export const mostPdfPages = 3_000;
/** Pieces of text in a PDF: a word, a line or a single letter each. */
export const mostPdfRuns = 1_000_000;
/** Milliseconds for one PDF. Only what was made to take long comes near: a report of 300 pages takes a tenth of it. */
export const longestPdfReading = 20_000;
/** Rows of a table in a CSV file. */
export const mostRows = 200_000;
