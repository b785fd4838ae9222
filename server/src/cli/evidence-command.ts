import { readFile, stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { largestBrief, tooLarge } from '../brief-files';
import { buildEvidence, type Evidence } from '../core/features/evidence';
import type { CompletedReference } from '../core/library/complete-reference';
import { isWorthAsking } from '../core/library/lookup-question';
import type { Reference } from '../core/library/reference';
import { decodeText } from '../disk/decode-text';
import { isFileSystemError } from '../disk/file-system-error';
import type { Lookup } from '../lookup/online-lookup';
import { checkText, type CheckedText } from './check-file';
import { startRun, type RunOptions } from './check-run';
import { displayPath } from './display-path';
import { buildEvidenceCsv } from './evidence-csv';
import { buildEvidenceHtml } from './evidence-html';
import { buildEvidenceMarkdown } from './evidence-markdown';
import type { SheetInput } from './evidence-sheets';
import { toBrief } from './find-briefs';
import { placesIn } from './places';
import type { Terminal } from './terminal';
import { withoutControls } from './terminal-text';
import { UsageError } from './usage-error';

export const evidenceFormats = ['json', 'markdown', 'csv', 'html'] as const;

export interface EvidenceOptions extends Omit<RunOptions, 'fix'> {
  readonly format: (typeof evidenceFormats)[number];
}

/** `createLookup` is called only where the user switched lookup on. */
export const runEvidence = async (path: string, options: EvidenceOptions, terminal: Terminal, createLookup: () => Lookup): Promise<void> => {
  const brief = toBrief(path, resolve(terminal.workingDirectory, path));
  const { text, problem } = decodeText(await readBrief(path, brief.absolutePath));
  const run = await startRun({ ...options, near: [path] }, terminal);
  const checked = await checkText({ ...brief, run, log: terminal.log }, text, await run.configFor(brief.uri));
  const completed = checked.settings.lookup === 'on' ? await lookUpMissing(checked, createLookup(), terminal) : new Map<Reference, CompletedReference>();
  const notes = problem === null ? [] : [{ span: { start: 0, end: 0 }, reason: problem }];
  const evidence = buildEvidence({
    path: brief.path,
    brief: checked.brief,
    library: checked.library,
    findings: checked.findings,
    unchecked: [...notes, ...checked.unchecked],
    own: checked.settings.own,
    completed,
    filePaths: pathsOf(checked, terminal.workingDirectory, { isGivenAbsolute: isAbsolute(path) }),
  });
  terminal.out(report(options.format, { evidence, text: checked.brief.text, places: placesIn(checked.brief.text) }));
};

const readBrief = async (path: string, absolutePath: string): Promise<Uint8Array> => {
  try {
    const status = await stat(absolutePath);
    if (status.isDirectory()) throw new UsageError(`"${path}" is a folder; evidence is about one brief`);
    if (status.size > largestBrief) throw new UsageError(`${path} is ${tooLarge(status.size)}`);
    return await readFile(absolutePath);
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    throw new UsageError(error.code === 'ENOENT' ? `there is no file "${path}"` : `${path} cannot be read: ${error.message}`);
  }
};

/** Entries that the brief cites and that lack something. What nobody knows is said, and stays as it is. */
const lookUpMissing = async ({ library }: CheckedText, lookup: Lookup, { log }: Terminal): Promise<ReadonlyMap<Reference, CompletedReference>> => {
  const asked = library.references.filter((reference) => isWorthAsking(reference) && library.usesOf(reference).length > 0);
  const results = await Promise.all(asked.map((reference) => lookup.lookUp(reference)));
  const completed = new Map<Reference, CompletedReference>();
  for (const { reference, completed: found, problem } of results) {
    if (found !== null) completed.set(reference, found);
    if (problem !== null) log(withoutControls(`brieflint: "${reference.id}" could not be looked up: ${problem}`));
  }
  return completed;
};

const pathsOf = ({ loaded }: CheckedText, workingDirectory: string, given: { readonly isGivenAbsolute: boolean }): ReadonlyMap<string, string> =>
  new Map([...loaded.uris].map(([name, uri]) => [name, displayPath(URI.parse(uri).fsPath, workingDirectory, given)]));

const report = (format: EvidenceOptions['format'], input: SheetInput): string => {
  switch (format) {
    case 'json':
      return toJson(input.evidence);
    case 'markdown':
      return buildEvidenceMarkdown(input);
    case 'csv':
      return buildEvidenceCsv(input);
    case 'html':
      return buildEvidenceHtml(input);
  }
};

/** The contract's JSON: fields may be added, never changed. */
const toJson = (evidence: Evidence): string => `${JSON.stringify(evidence, null, 2)}\n`;
