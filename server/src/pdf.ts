/** A bundle of its own, loaded when the first PDF is met: it is larger than all the rest. */
import { readPdf as readPdfWithClock } from './core/library/extract/pdf';
import type { ReadPdf } from './core/library/extract/read-source-text';

/** The core has no clock; a reading that may take long needs one. */
export const readPdf: ReadPdf = (bytes) => readPdfWithClock(bytes, () => performance.now());
