/** What the benchmark measures, in one bundle. */
export { buildBrief } from '../../server/src/core/model/build-brief';
export { claimsOf } from '../../server/src/core/model/claims/claims-of';
export { FactCache } from '../../server/src/core/model/fact-cache';
