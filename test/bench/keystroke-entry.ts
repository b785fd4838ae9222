/** What the measurement of keystrokes needs, in one bundle. */
export { buildBrief } from '../../server/src/core/model/build-brief';
export { FactCache } from '../../server/src/core/model/fact-cache';
export { parseMarkdown } from '../../server/src/core/syntax/markdown';
export { ParseMemory } from '../../server/src/core/syntax/parse-memory';
