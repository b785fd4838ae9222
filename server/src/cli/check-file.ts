import { readFile, stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { URI } from 'vscode-uri';
import { largestBrief, tooLarge } from '../brief-files';
import { checkRead, readDocument, type CheckResult } from '../check';
import { applyEdits, safeEdits } from '../core/features/fix-all';
import type { Unchecked } from '../core/model/brief';
import { placesOfFigures, summarizeFigures, type OtherBrief } from '../core/workspace/figure-summary';
import { decodeText } from '../disk/decode-text';
import { isFileSystemError } from '../disk/file-system-error';
import type { FoundConfig } from '../find-config';
import type { LoadedBibliographies } from '../library-files';
import { loadBibliographies, loadSourceTexts, sourceProblemsOf, toLibraryInputs } from '../library-inputs';
import type { CheckRun } from './check-run';
import type { BriefFigures, CheckedBibliography, CheckedFile } from './checked-file';
import { displayPath } from './display-path';
import type { FoundBrief } from './find-briefs';
import { writeAtomically } from './write-atomically';

export interface FileTask extends FoundBrief {
  readonly run: CheckRun;
  readonly log: (text: string) => void;
  /** The other briefs of the command, once they are known. */
  readonly others?: readonly OtherBrief[];
}

/** undefined: the file cannot be read or written, and the user was told. */
export const checkFile = async (task: FileTask): Promise<CheckedFile | undefined> => {
  try {
    const { size } = await stat(task.absolutePath);
    if (size > largestBrief) return unreadFile(task.path, tooLarge(size));
    const bytes = await readFile(task.absolutePath);
    return await checkBytes(task, bytes);
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    task.log(`brieflint: ${task.path} ${error.syscall === 'open' || error.syscall === 'stat' || error.syscall === 'read' ? 'cannot be read' : 'cannot be written'}: ${error.message}`);
    return undefined;
  }
};

export const checkBytes = async (task: FileTask, bytes: Uint8Array): Promise<CheckedFile> => {
  const { path, run } = task;
  if (bytes.byteLength > largestBrief) return unreadFile(path, tooLarge(bytes.byteLength));
  const { text, hasByteOrderMark, problem } = decodeText(bytes);
  const config = await run.configFor(task.uri);
  const checked = run.fixes && problem === null ? await fixText(task, text, config) : await checkText(task, text, config);
  if (checked.brief.text !== text) await writeAtomically(task.absolutePath, (hasByteOrderMark ? '\ufeff' : '') + checked.brief.text);
  const notes: readonly Unchecked[] = problem === null ? [] : [{ span: { start: 0, end: 0 }, reason: problem }];
  return { path, text: checked.brief.text, findings: checked.findings, unchecked: [...notes, ...checked.unchecked], likelyProfile: checked.likelyProfile, bibliographies: bibliographiesOf(task, checked), figures: figuresOf(task, checked) };
};

/** A summary that fails costs the comparison with other briefs, and nothing else. */
const figuresOf = ({ path, log }: FileTask, { brief }: CheckedText): BriefFigures => {
  const title = brief.metadata.title?.value ?? null;
  try {
    return { title, figures: summarizeFigures(brief), places: placesOfFigures(brief) };
  } catch (error) {
    log(`brieflint: the figures of ${path} cannot be held against other briefs: ${error instanceof Error ? error.message : String(error)}`);
    return { title, figures: [], places: new Map() };
  }
};

const unreadFile = (path: string, reason: string): CheckedFile => ({ path, text: '', findings: [], unchecked: [{ span: { start: 0, end: 0 }, reason }] });

export interface CheckedText extends CheckResult {
  readonly loaded: LoadedBibliographies;
}

export const checkText = async (task: FileTask, text: string, config: FoundConfig | undefined): Promise<CheckedText> => {
  const { path, uri, run, log, others } = task;
  const layers = config === undefined ? [run.commandLine] : [config.layer, run.commandLine];
  const read = readDocument({ text, layers });
  const request = { read, layers, briefUri: uri, configUri: config?.uri, rootUri: URI.file(run.workingDirectory).toString() };
  const bibliographies = await loadBibliographies(run.bibliographies, request);
  const sources = await loadSourceTexts(run.sourceTexts, request, bibliographies);
  const loaded = { bibliographies, sources };
  const result = checkRead(read, { path, today: run.today, library: toLibraryInputs(loaded), ...(others && { others }), log });
  const problems = sourceProblemsOf(loaded).map((reason) => ({ span: { start: 0, end: 0 }, reason }));
  return { ...result, unchecked: [...result.unchecked, ...problems], loaded: bibliographies };
};

const bibliographiesOf = ({ path, run }: FileTask, { library, fileFindings, loaded }: CheckedText): readonly CheckedBibliography[] =>
  library.files.map(({ path: name, text }) => ({
    name,
    path: displayPath(URI.parse(loaded.uris.get(name) ?? '').fsPath, run.workingDirectory, { isGivenAbsolute: isAbsolute(path) }),
    text,
    findings: fileFindings.filter(({ file }) => file === name),
  }));

/** One mended place can show the next; a handful of rounds is enough for all but fixes that undo each other. */
const mostRounds = 10;

const fixText = async (task: FileTask, text: string, config: FoundConfig | undefined): Promise<CheckedText> => {
  let result = await checkText(task, text, config);
  for (let round = 0; round < mostRounds; round++) {
    const edits = safeEdits(result.findings);
    if (edits.length === 0) break;
    result = await checkText(task, applyEdits(result.brief.text, edits), config);
  }
  return result;
};
