import type pc from 'picocolors';
import type { Finding } from '../core/lint/rule';
import type { Severity } from '../core/lint/severity';
import { reasonsFor } from '../core/profiles/likely-profile';
import { countSeverities, otherTextOf, type CheckedFile, type SeverityCounts } from './checked-file';
import { buildExcerpt } from './excerpt';
import { placesIn, type Places } from './places';
import { terminalWidth, withoutControls } from './terminal-text';

export type Colors = ReturnType<typeof pc.createColors>;

/** For people: each file with its findings and the words they are about, then a summary in words. */
export const buildTextReport = (files: readonly CheckedFile[], colors: Colors): string => {
  const parts = files.filter(({ findings }) => findings.length > 0).map((file) => fileReport(file, colors));
  return `${[...parts, summaryOf(files, colors)].join('\n\n')}\n`;
};

/** "1 file", "3 files". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const severityWords: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note', hint: 'hint' };

const colorOf = (severity: Severity, colors: Colors): ((text: string) => string) => {
  switch (severity) {
    case 'error':
      return colors.red;
    case 'warning':
      return colors.yellow;
    case 'information':
      return colors.blue;
    case 'hint':
      return colors.gray;
  }
};

const fileReport = (file: CheckedFile, colors: Colors): string => {
  const places = placesIn(file.text);
  const heads = file.findings.map(({ span }) => {
    const { line, column } = places.placeOf(span.start);
    return `${line}:${column}`;
  });
  const widest = Math.max(...heads.map((head) => head.length));
  const findings = file.findings.map((finding, i) => findingReport(file, places, finding, (heads[i] ?? '').padStart(widest), colors));
  return [colors.underline(withoutControls(file.path)), ...findings].join('\n\n');
};

const findingReport = (file: CheckedFile, places: Places, finding: Finding, head: string, colors: Colors): string => {
  const paint = colorOf(finding.severity, colors);
  const margin = ' '.repeat(head.length + 4);
  const severity = paint(severityWords[finding.severity].padEnd('warning'.length));
  const lines = [`  ${head}  ${severity}  ${withoutControls(finding.message)}  ${colors.dim(finding.rule)}`];
  for (const line of excerptLines(file.text, places, finding, paint)) lines.push(`${margin}${line}`);
  for (const place of finding.related ?? []) {
    const { span, message } = place;
    const other = otherTextOf(file, place);
    const { line, column } = (other === undefined ? places : placesIn(other.text)).placeOf(span.start);
    lines.push(`${margin}${colors.dim(`see ${other === undefined ? '' : `${withoutControls(other.path)}:`}${line}:${column}`)}  ${withoutControls(message)}`);
  }
  for (const { title } of finding.fixes ?? []) lines.push(`${margin}${colors.dim('fix:')} ${withoutControls(title)}`);
  return lines.join('\n');
};

const excerptLines = (text: string, places: Places, { span }: Finding, paint: (text: string) => string): readonly string[] => {
  const lineSpan = places.lineSpan(places.placeOf(span.start).line);
  const excerpt = buildExcerpt(text, lineSpan, span);
  if (terminalWidth(excerpt.line) === 0) return [];
  return [excerpt.line, `${' '.repeat(excerpt.before)}${paint('^'.repeat(excerpt.marked))}`];
};

const summaryOf = (files: readonly CheckedFile[], colors: Colors): string => {
  const counts = countSeverities(files);
  const lines = [colors.bold(`${counted(files.length, 'file')}: ${countsInWords(counts)}.`)];
  const unchecked = uncheckedLines(files);
  if (unchecked.length > 0) lines.push('Not checked:', ...unchecked.map((line) => `  ${line}`));
  if (files.some((file) => file.unchecked.some(({ reason }) => reason === noProfile))) {
    lines.push(colors.dim(`A profile says which sections a brief needs: try --profile ${likelyId(files)}, or set one in .brieflint.yml (brieflint init).`));
  }
  const rule = mostFrequentRule(files);
  if (rule !== undefined) lines.push(colors.dim(`Why a finding matters and how to mend it: brieflint explain ${rule}`));
  return lines.join('\n');
};

/** The one that most briefs look like. */
const likelyId = (files: readonly CheckedFile[]): string => {
  const ids = files.flatMap(({ likelyProfile }) => likelyProfile?.profile.id ?? []);
  const counts = ids.map((id) => ids.filter((other) => other === id).length);
  return ids[counts.indexOf(Math.max(...counts))] ?? 'issue-brief';
};

const countsInWords = (counts: SeverityCounts): string => {
  const present = (['error', 'warning', 'information', 'hint'] as const).filter((severity) => counts[severity] > 0);
  if (present.length === 0) return 'nothing to report';
  return present.map((severity) => counted(counts[severity], severityWords[severity])).join(', ');
};

/** Each reason once, with where it holds. */
const uncheckedLines = (files: readonly CheckedFile[]): readonly string[] => {
  const placesByReason = new Map<string, string[]>();
  for (const file of files) {
    const places = placesIn(file.text);
    for (const { span, reason } of file.unchecked) {
      const isWholeFile = span.end === span.start;
      const where = isWholeFile ? file.path : `${file.path}:${places.placeOf(span.start).line}`;
      const words = reason === noProfile ? withLikely(file) : reason;
      placesByReason.set(words, [...(placesByReason.get(words) ?? []), where]);
    }
  }
  return [...placesByReason].map(([reason, where]) => `${withoutControls(reason)} (${withoutControls(fewOf(where))})`);
};

const noProfile = 'no profile';

/** What a brief looks like is told to people; a script is not to take it for what it is. */
const withLikely = ({ likelyProfile }: CheckedFile): string => (likelyProfile ? `${noProfile}; looks like ${likelyProfile.profile.id}: it has ${reasonsFor(likelyProfile)}` : noProfile);

const fewOf = (where: readonly string[]): string => {
  const distinct = [...new Set(where)];
  if (distinct.length <= 3) return distinct.join(', ');
  return `${distinct.slice(0, 3).join(', ')} and ${distinct.length - 3} more`;
};

const mostFrequentRule = (files: readonly CheckedFile[]): string | undefined => {
  const counts = new Map<string, number>();
  for (const { findings } of files) for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
};
