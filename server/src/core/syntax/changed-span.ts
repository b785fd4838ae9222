import type { Span } from '../text/span';

/** The stretch in which two texts differ, in the one and in the other; before and behind it they are the same. */
export interface Change {
  readonly old: Span;
  readonly current: Span;
}

export function findChange(old: string, current: string): Change {
  const shorter = Math.min(old.length, current.length);
  const start = commonPrefix(old, current, shorter);
  const behind = commonSuffix(old, current, shorter - start);
  return { old: { start, end: old.length - behind }, current: { start, end: current.length - behind } };
}

/** Of two changes between texts of the same lengths. */
export function joinChanges(a: Change, b: Change): Change {
  const join = (one: Span, other: Span): Span => ({ start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) });
  return { old: join(a.old, b.old), current: join(a.current, b.current) };
}

/** So many characters are compared at once, which takes no longer than a few would one by one. */
const block = 4096;

function commonPrefix(a: string, b: string, limit: number): number {
  let length = 0;
  while (length + block <= limit && a.slice(length, length + block) === b.slice(length, length + block)) length += block;
  while (length < limit && a[length] === b[length]) length++;
  return length;
}

function commonSuffix(a: string, b: string, limit: number): number {
  let length = 0;
  while (length + block <= limit && a.slice(a.length - length - block, a.length - length) === b.slice(b.length - length - block, b.length - length)) length += block;
  while (length < limit && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}
