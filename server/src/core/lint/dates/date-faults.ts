import type { Brief } from '../../model/brief';
import { overlaps } from '../../text/span';
import { calendarFaults } from './calendar-faults';
import type { DateFault } from './date-fault';
import { deadlineOrder } from './deadline-order';
import { durationFaults } from './duration-faults';
import { eventFaults } from './event-faults';
import { exactDurations } from './exact-durations';
import { instrumentFaults } from './instrument-faults';
import { planYearFaults } from './plan-years';
import { fiscalYearFaults, rangeFaults } from './range-faults';
import { repeatedDurations } from './repeated-durations';
import { semiPeriods } from './semi-periods';
import { timelineFaults } from './timeline-faults';
import { lifeOrder } from './life-order';

/** In order of place, one at each. */
export const dateFaults = (brief: Brief): readonly DateFault[] => {
  const all = [calendarFaults, rangeFaults, fiscalYearFaults, durationFaults, repeatedDurations, eventFaults, instrumentFaults, timelineFaults, planYearFaults, deadlineOrder, semiPeriods, exactDurations, lifeOrder].flatMap((find) => [...find(brief)]);
  const sorted = all.sort((a, b) => a.span.start - b.span.start);
  return sorted.filter((fault, i) => {
    const before = sorted[i - 1];
    return !before || !overlaps(before.span, fault.span);
  });
};
