/** Every number of things that is not the number of those listed; one at each place. */
import type { Brief } from '../../model/brief';
import type { CountFault } from './count-fault';
import { inlineCounts } from './inline-counts';
import { introducedCounts } from './introduced-counts';
import { promisedCounts } from './promised-counts';
import { tableCounts } from './table-counts';
import { takenUpCounts } from './taken-up-counts';

export const countFaults = (brief: Brief): readonly CountFault[] => {
  const byStart = new Map<number, CountFault>();
  for (const find of [introducedCounts, inlineCounts, tableCounts, takenUpCounts, promisedCounts]) {
    for (const fault of find(brief)) if (!byStart.has(fault.span.start)) byStart.set(fault.span.start, fault);
  }
  return [...byStart.values()].sort((a, b) => a.span.start - b.span.start);
};
