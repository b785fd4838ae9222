import type { Finding, RelatedPlace } from '../core/lint/rule';
import { countSeverities, otherTextOf, type CheckedFile } from './checked-file';
import { placesIn, type Places } from './places';

/** The contract's JSON: fields may be added, never changed. */
export const buildJsonReport = (files: readonly CheckedFile[]): string => {
  const counts = countSeverities(files);
  const report = {
    version: 1,
    files: files.map(toJsonFile),
    summary: {
      files: files.length,
      findings: files.reduce((sum, { findings }) => sum + findings.length, 0),
      error: counts.error,
      warning: counts.warning,
      information: counts.information,
      hint: counts.hint,
      unchecked: files.flatMap(({ path, unchecked }) => unchecked.map(({ span, reason }) => ({ path, start: span.start, end: span.end, reason }))),
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
};

const toJsonFile = (file: CheckedFile): unknown => {
  const places = placesIn(file.text);
  return { path: file.path, findings: file.findings.map((finding) => toJsonFinding(file, places, finding)) };
};

const toJsonFinding = (checked: CheckedFile, places: Places, finding: Finding): unknown => {
  const { start, end } = finding.span;
  const from = places.placeOf(start);
  const to = places.placeOf(end);
  return {
    rule: finding.rule,
    level: finding.level,
    group: finding.group,
    severity: finding.severity,
    message: finding.message,
    start,
    end,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    ...(finding.probability === undefined ? {} : { probability: finding.probability }),
    related: (finding.related ?? []).flatMap((related) => toJsonPlace(checked, places, finding, related) ?? []),
    fixes: (finding.fixes ?? []).map(({ title, safe }) => ({ title, safe })),
  };
};

/** null for a place in a file whose text is not at hand: it has no line here. */
const toJsonPlace = (checked: CheckedFile, places: Places, finding: Finding, place: RelatedPlace): object | null => {
  const { span, message } = place;
  const other = otherTextOf(checked, place);
  if (other === undefined && (place.file !== finding.file || place.other !== undefined)) return null;
  const { line, column } = (other === undefined ? places : placesIn(other.text)).placeOf(span.start);
  return { path: other?.path ?? checked.path, start: span.start, end: span.end, line, column, message };
};
