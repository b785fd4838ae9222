import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { largestBrief, tooLarge } from '../brief-files';
import { readDocument } from '../check';
import { compareDrafts, type ChangedFigure, type DraftFigure } from '../core/features/figures/compare-drafts';
import type { Brief } from '../core/model/brief';
import { decodeText } from '../disk/decode-text';
import { isFileSystemError } from '../disk/file-system-error';
import { startRun, type RunOptions } from './check-run';
import { toBrief } from './find-briefs';
import { placesIn } from './places';
import type { Terminal } from './terminal';
import { withoutControls } from './terminal-text';
import { counted } from './text-report';
import { UsageError } from './usage-error';

export interface DiffOptions extends Pick<RunOptions, 'config'> {
  readonly format: 'text' | 'json';
}

/** Which figures two drafts do not share, and where the old value was left behind. Gives the exit status: 1 if it was. */
export const runDiff = async (oldPath: string, newPath: string, options: DiffOptions, terminal: Terminal): Promise<number> => {
  const run = await startRun(options, terminal);
  const config = await run.configFor(toBrief(newPath, resolve(terminal.workingDirectory, newPath)).uri);
  const layers = config === undefined ? [] : [config.layer];
  const read = async (path: string): Promise<Draft> => {
    const { path: shown, absolutePath } = toBrief(path, resolve(terminal.workingDirectory, path));
    return { path: shown, brief: readDocument({ text: decodeText(await readDraft(path, absolutePath)).text, layers }).brief };
  };
  const [before, after] = [await read(oldPath), await read(newPath)];
  const changes = compareDrafts(before.brief, after.brief);
  terminal.out(options.format === 'json' ? toJson(before, after, changes) : toText(after, changes, terminal));
  return changes.some(({ leftBehind }) => leftBehind.length > 0) ? 1 : 0;
};

interface Draft {
  readonly path: string;
  readonly brief: Brief;
}

const readDraft = async (path: string, absolutePath: string): Promise<Uint8Array> => {
  try {
    const status = await stat(absolutePath);
    if (status.isDirectory()) throw new UsageError(`"${path}" is a folder; diff compares two drafts of one brief`);
    if (status.size > largestBrief) throw new UsageError(`${path} is ${tooLarge(status.size)}`);
    return await readFile(absolutePath);
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    throw new UsageError(error.code === 'ENOENT' ? `there is no file "${path}"` : `${path} cannot be read: ${error.message}`);
  }
};

const toText = ({ path, brief }: Draft, changes: readonly ChangedFigure[], { colors }: Terminal): string => {
  const places = placesIn(brief.text);
  const head = ({ span }: DraftFigure): string => {
    const { line, column } = places.placeOf(span.start);
    return `${line}:${column}`;
  };
  const lines = changes.flatMap(({ subject, before, after, leftBehind }) => [
    `  ${head(after)}  ${withoutControls(before.written)} → ${withoutControls(after.written)}  ${colors.dim(withoutControls([subject, after.place].filter((part) => part !== '').join(', in ')))}`,
    ...leftBehind.map((left) => `      ${colors.yellow('old value still here')}  ${head(left)}  ${withoutControls(left.written)}  ${colors.dim(`in ${withoutControls(left.place)}`)}`),
  ]);
  const left = new Set(changes.flatMap(({ leftBehind }) => leftBehind.map(({ span }) => span.start))).size;
  const summary = changes.length === 0 ? 'No figure changed.' : `${counted(changes.length, 'figure')} changed, ${left === 0 ? 'no old value is left' : left === 1 ? 'an old value is left in 1 place' : `old values are left in ${left} places`}.`;
  return `${[...(lines.length === 0 ? [] : [colors.underline(withoutControls(path)), '', ...lines, '']), colors.bold(summary)].join('\n')}\n`;
};

/** Fields may be added, never changed. */
const toJson = (before: Draft, after: Draft, changes: readonly ChangedFigure[]): string => {
  const placeOf = ({ path, brief }: Draft): ((figure: DraftFigure) => unknown) => {
    const places = placesIn(brief.text);
    return ({ span, written, place }) => ({ path, start: span.start, end: span.end, ...places.placeOf(span.start), written, section: place });
  };
  const [toOld, toNew] = [placeOf(before), placeOf(after)];
  const report = {
    version: 1,
    changes: changes.map(({ subject, before: old, after: now, leftBehind }) => ({ subject, before: toOld(old), after: toNew(now), leftBehind: leftBehind.map(toNew) })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
};
