import type { Brief } from '../../model/brief';
import { overlaps } from '../../text/span';
import { calendarFaults } from './calendar-faults';
import type { DateFault } from './date-fault';
import { durationFaults } from './duration-faults';
import { eventFaults } from './event-faults';
import { instrumentFaults } from './instrument-faults';
import { fiscalYearFaults, rangeFaults } from './range-faults';
import { repeatedDurations } from './repeated-durations';
import { timelineFaults } from './timeline-faults';

/** In order of place, one at each. */
export const dateFaults = (brief: Brief): readonly DateFault[] => {
  const all = [calendarFaults, rangeFaults, fiscalYearFaults, durationFaults, repeatedDurations, eventFaults, instrumentFaults, timelineFaults].flatMap((find) => [...find(brief)]);
  const sorted = all.sort((a, b) => a.span.start - b.span.start);
  return sorted.filter((fault, i) => {
    const before = sorted[i - 1];
    return !before || !overlaps(before.span, fault.span);
  });
};
