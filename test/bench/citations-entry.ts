/** What the benchmark measures, in one bundle. */
import { FactCache } from '../../server/src/core/model/fact-cache';

export { checkRead, readDocument } from '../../server/src/check';
export { completeCitation } from '../../server/src/core/features/citation-completion';
export { findCitationHover } from '../../server/src/core/features/citation-hover';
export { findCompletionPlace } from '../../server/src/core/features/completion-place';
export { buildLibrary } from '../../server/src/core/library/build-library';
export { ownReferences } from '../../server/src/core/library/own-references';
export { parseBibliography } from '../../server/src/core/library/parse-bibliography';

export const cache = new FactCache();

export { capablePushClient, MemoryDoor, startInMemory } from '../support/language-client';
