import { rememberByBrief } from '../model/remember-by-brief';
import { habitOf } from '../text/number-form';

/** How the brief writes its numbers; null where it has none that show it. */
export const numberHabitOf = rememberByBrief((brief) => habitOf(brief.quantities));
