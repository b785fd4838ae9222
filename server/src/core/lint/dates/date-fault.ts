import type { Fix, RelatedPlace } from '../rule';
import type { Span } from '../../text/span';

/** A date that another date, a weekday, a length of time or the calendar contradicts. Spans count into the brief. */
export interface DateFault {
  readonly span: Span;
  readonly level: 'computed' | 'event' | 'order';
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
}
