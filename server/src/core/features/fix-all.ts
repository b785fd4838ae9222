import type { Edit, Finding, Fix } from '../lint/rule';
import { overlaps } from '../text/span';

/** The edits of all safe fixes, in order and without those that overlap an earlier one; what is left out is found again in the next round. */
export const safeEdits = (findings: readonly Finding[]): readonly Edit[] => {
  const chosen: Edit[] = [];
  for (const finding of findings) {
    const fix = findSafeFix(finding);
    if (fix?.edits.every((edit) => edit.file === undefined && !chosen.some((other) => collides(edit, other))) === true) chosen.push(...fix.edits);
  }
  return chosen.sort((a, b) => a.span.start - b.span.start);
};

/** The fix that may be applied without asking: there is one safe answer, not two. */
export const findSafeFix = ({ fixes = [] }: Finding): Fix | undefined => {
  const safe = fixes.filter((fix) => fix.safe);
  return safe.length === 1 ? safe[0] : undefined;
};

/** Edits must not overlap. New lines in them become what the text uses. */
export const applyEdits = (text: string, edits: readonly Edit[]): string => {
  let result = '';
  let end = 0;
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    result += text.slice(end, edit.span.start) + withLineEndsOf(text, edit.newText);
    end = edit.span.end;
  }
  return result + text.slice(end);
};

export const withLineEndsOf = (text: string, newText: string): string => {
  const lineEnd = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  return newText.replace(/\r\n|\r|\n/g, lineEnd);
};

/** Two insertions at one place collide too: which comes first is not ours to say. */
const collides = (a: Edit, b: Edit): boolean => overlaps(a.span, b.span) || a.span.start === b.span.start;
