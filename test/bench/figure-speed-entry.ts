/** What the measurement of speed needs, in one bundle. */
export { mismatchesOf } from '../../server/src/core/lint/arithmetic/find-relations';
export { unitSlipsOf } from '../../server/src/core/lint/arithmetic/percent-or-points';
export { countFaults } from '../../server/src/core/lint/counts/count-faults';
export { dateFaults } from '../../server/src/core/lint/dates/date-faults';
export { tableReadings } from '../../server/src/core/lint/tables/table-faults';
export { buildBrief } from '../../server/src/core/model/build-brief';
export { findConflicts } from '../../server/src/core/model/figures/conflicts';
export { FigureLinks } from '../../server/src/core/model/figures/figure-links';
export { figureFrames } from '../../server/src/core/model/figures/frame';
export { FactCache } from '../../server/src/core/model/fact-cache';
