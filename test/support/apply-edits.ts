import type { Edit } from '../../server/src/core/lint/rule';

/** The brief, or the bibliography file of that name, after the edits that are meant for it; throws where they overlap or leave the text. */
export const applyEdits = (text: string, allEdits: readonly Edit[], file?: string): string => {
  const edits = allEdits.filter((edit) => edit.file === file);
  let result = '';
  let position = 0;
  for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    if (span.start < position || span.end < span.start || span.end > text.length) throw new Error(`edit at ${String(span.start)}..${String(span.end)} overlaps another or leaves the text`);
    result += text.slice(position, span.start) + newText;
    position = span.end;
  }
  return result + text.slice(position);
};
