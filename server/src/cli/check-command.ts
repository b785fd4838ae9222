import { URI } from 'vscode-uri';
import { checkConfig, inOwnFile } from '../check';
import { isReadableConfig } from '../config-file';
import { compareFindings } from '../core/lint/runner';
import { isAtLeast, type Severity } from '../core/lint/severity';
import { checkFile } from './check-file';
import { startRun, type CheckRun, type RunOptions } from './check-run';
import { checkStdin } from './check-stdin';
import { checkTogether, type CheckedAlone } from './check-together';
import { countSeverities, withFindingsFrom, type CheckedFile } from './checked-file';
import { displayPath } from './display-path';
import { findBriefs } from './find-briefs';
import { buildJsonReport } from './json-report';
import type { Terminal } from './terminal';
import { buildTextReport } from './text-report';
import { UsageError } from './usage-error';

export interface CheckOptions extends RunOptions {
  readonly format: 'text' | 'json';
  readonly min?: Severity;
  readonly failOn?: Severity | 'never';
  readonly maxWarnings?: number;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
}

/** Gives the exit status. */
export const runCheck = async (paths: readonly string[], options: CheckOptions, terminal: Terminal): Promise<number> => {
  rejectContradictions(paths, options);
  const run = await startRun({ ...options, near: options.stdin === true ? [options.stdinFilename ?? '.'] : paths }, terminal);
  const { files, hasTrouble } = options.stdin === true ? await checkStdin(options.stdinFilename, run, terminal) : await checkPaths(paths, run, terminal);
  const all = [...files, ...configEntries(files, run, terminal), ...bibliographyEntries(files)].sort((a, b) => (a.path < b.path ? -1 : 1));
  const shown = withFindingsFrom(all, options.min ?? (options.format === 'json' ? 'hint' : 'information'));
  terminal.out(options.format === 'json' ? buildJsonReport(shown) : buildTextReport(shown, terminal.colors));
  if (hasTrouble || hasBrokenConfig(run, terminal)) return 2;
  return hasFailed(all, options) ? 1 : 0;
};

const rejectContradictions = (paths: readonly string[], options: CheckOptions): void => {
  if (options.stdin === true && paths.length > 0) throw new UsageError('--stdin checks standard input alone; leave out the paths');
  if (options.stdin === true && options.fix === true) throw new UsageError('--fix writes files, and --stdin has none');
  if (options.stdin !== true && options.stdinFilename !== undefined) throw new UsageError('--stdin-filename goes with --stdin');
};

interface CheckedFiles {
  readonly files: readonly CheckedFile[];
  /** A file could not be read or written. */
  readonly hasTrouble: boolean;
}

const checkPaths = async (paths: readonly string[], run: CheckRun, terminal: Terminal): Promise<CheckedFiles> => {
  const { briefs, emptyFolders } = await findBriefs(paths.length === 0 ? ['.'] : paths, terminal.workingDirectory, run.configFor);
  for (const folder of emptyFolders) terminal.log(`brieflint: no briefs in "${folder}": looked for .md, .markdown, .qmd and .Rmd, and .txt under "include" in the settings`);
  const alone: CheckedAlone[] = [];
  let hasTrouble = false;
  for (const brief of briefs) {
    const file = await checkFile({ ...brief, run, log: terminal.log });
    if (file === undefined) hasTrouble = true;
    else alone.push({ brief, file });
  }
  return { files: await checkTogether(alone, run, terminal.log), hasTrouble };
};

/** A settings file with something wrong in it stands in the report beside the briefs. */
const configEntries = (files: readonly CheckedFile[], { configs }: CheckRun, { workingDirectory }: Terminal): readonly CheckedFile[] => {
  const isGivenAbsolute = files.length > 0 && files.every(({ path }) => path.startsWith('/') || /^[A-Za-z]:/.test(path));
  const entries = [...configs.values()].flatMap(({ uri, text, layer, parts }) => {
    const findings = checkConfig(layer);
    // Files of profiles that it names stand in the report by themselves.
    return [{ uri, text }, ...parts].map((file) => ({ ...file, findings: findings.filter((finding) => (finding.file ?? uri) === file.uri) }));
  });
  const distinct = new Map(entries.filter(({ findings }) => findings.length > 0).map((entry) => [entry.uri, entry]));
  return [...distinct.values()].map(({ uri, text, findings }) => ({ path: displayPath(URI.parse(uri).fsPath, workingDirectory, { isGivenAbsolute }), text, findings: findings.map(inOwnFile), unchecked: [] }));
};

/** A gate that was set up in a file nobody can read lets nothing pass; what is merely not known in it stays a finding. */
const hasBrokenConfig = ({ configs }: CheckRun, { workingDirectory, log }: Terminal): boolean => {
  const nameOf = (uri: string): string => `"${displayPath(URI.parse(uri).fsPath, workingDirectory, { isGivenAbsolute: false })}" is not valid YAML and was not followed`;
  const broken = [...configs.values()].filter(({ text }) => !isReadableConfig(text)).map(({ uri }) => `the settings file ${nameOf(uri)}`);
  const brokenParts = [...configs.values()].flatMap(({ parts }) => parts).filter(({ text }) => !isReadableConfig(text)).map(({ uri }) => `the file of profiles ${nameOf(uri)}`);
  const lines = new Set([...broken, ...brokenParts]);
  for (const line of lines) log(`brieflint: ${line}`);
  return lines.size > 0;
};

/** So does a bibliography file; what several briefs say of it is said once. */
const bibliographyEntries = (files: readonly CheckedFile[]): readonly CheckedFile[] => {
  const entries = new Map<string, CheckedFile>();
  for (const { bibliographies = [] } of files) {
    for (const { path, text, findings } of bibliographies) {
      const known = entries.get(path)?.findings ?? [];
      const added = findings.filter((finding) => known.every((other) => compareFindings({ ...finding, file: other.file ?? '' }, other) !== 0));
      if (known.length + added.length > 0) entries.set(path, { path, text, findings: [...known, ...added].sort(compareFindings), unchecked: [], bibliographies });
    }
  }
  return [...entries.values()];
};

/** `--max-warnings` allows some warnings; what is graver still counts. */
const hasFailed = (files: readonly CheckedFile[], { failOn, maxWarnings }: CheckOptions): boolean => {
  if (failOn === 'never') return false;
  const counts = countSeverities(files);
  if (maxWarnings !== undefined && counts.warning > maxWarnings) return true;
  const threshold = failOn ?? 'warning';
  const failing = (['error', 'warning', 'information', 'hint'] as const).filter((severity) => isAtLeast(severity, threshold));
  return failing.some((severity) => counts[severity] > 0 && !(severity === 'warning' && maxWarnings !== undefined));
};
