import type { Finding, RelatedPlace } from '../core/lint/rule';
import { findDifferences, nameOfBrief, type OtherBrief } from '../core/workspace/figure-summary';
import { checkFile } from './check-file';
import type { CheckRun } from './check-run';
import type { CheckedFile, NamedText } from './checked-file';
import type { FoundBrief } from './find-briefs';

/** A brief that was checked by itself. */
export interface CheckedAlone {
  readonly brief: FoundBrief;
  readonly file: CheckedFile;
}

/** All briefs of one command are one workspace: those whose figures differ from another's are checked once more, with the others beside them. */
export const checkTogether = async (alone: readonly CheckedAlone[], run: CheckRun, log: (text: string) => void): Promise<readonly CheckedFile[]> => {
  const all = alone.map(({ brief: { uri }, file: { figures } }): OtherBrief => ({ address: uri, name: nameOfBrief(figures?.title ?? null, uri), figures: figures?.figures ?? [] }));
  const files: CheckedFile[] = [];
  for (const { brief, file } of alone) {
    const differing = new Set(file.figures === undefined ? [] : findDifferences(file.figures.figures, all, brief.uri).map((difference) => difference.brief));
    const checked = differing.size === 0 ? undefined : await checkFile({ ...brief, run, log, others: [...differing] });
    files.push(checked === undefined ? file : withOtherPlaces(checked, alone));
  }
  return files;
};

/** Figures of other briefs as places in their files. */
const withOtherPlaces = (checked: CheckedFile, alone: readonly CheckedAlone[]): CheckedFile => {
  const named = new Map<string, NamedText>();
  const placed = (place: RelatedPlace): readonly RelatedPlace[] => {
    const { other } = place;
    if (other === undefined) return [place];
    const found = alone.find(({ brief }) => brief.uri === other.brief);
    const span = found?.file.figures?.places.get(other.figure);
    if (found === undefined || span === undefined) return [];
    named.set(other.brief, { name: other.brief, path: found.file.path, text: found.file.text });
    return [{ span, message: place.message, file: other.brief }];
  };
  const findings = checked.findings.map((finding): Finding => (finding.related === undefined ? finding : { ...finding, related: finding.related.flatMap(placed) }));
  return { ...checked, findings, otherBriefs: [...named.values()] };
};
