import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { largestBrief, tooLarge } from '../brief-files';
import { compareReview } from '../core/features/review/compare-review';
import { parseAnswers } from '../core/features/review/parse-answers';
import { reviewParts, reviewSentences, type ReviewPart } from '../core/features/review/review-parts';
import { buildPrompt } from '../core/features/review/review-prompt';
import { decodeText } from '../disk/decode-text';
import { isFileSystemError } from '../disk/file-system-error';
import { checkText, type CheckedText } from './check-file';
import { startRun, type RunOptions } from './check-run';
import { toBrief } from './find-briefs';
import { buildReviewJson, buildReviewText, type ReviewResult } from './review-report';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

export interface ReviewOptions extends Omit<RunOptions, 'fix' | 'lookup'> {
  readonly prompt?: boolean;
  readonly part?: number;
  /** A file, or "-" for standard input. */
  readonly answers?: string;
  readonly format?: 'text' | 'json';
}

/** Prints what to ask a language model, or what its answers say beside our own findings. It speaks with no model itself. */
export const runReview = async (path: string, options: ReviewOptions, terminal: Terminal): Promise<void> => {
  const { prompt = false, answers, part } = options;
  if (prompt === (answers !== undefined)) throw new UsageError('say either --prompt or --answers FILE');
  if (part !== undefined && !prompt) throw new UsageError('--part goes with --prompt');
  if (options.format !== undefined && prompt) throw new UsageError('--format goes with --answers');
  const brief = toBrief(path, resolve(terminal.workingDirectory, path));
  const { text } = decodeText(await readInput(path, brief.absolutePath));
  // Before the check, so that a wrong name is said at once.
  const answered = answers === undefined ? undefined : decodeText(await readAnswers(answers, terminal)).text;
  const run = await startRun({ ...options, near: [path] }, terminal);
  const checked = await checkText({ ...brief, run, log: terminal.log }, text, await run.configFor(brief.uri));
  if (answered === undefined) terminal.out(promptsOf(checked, part));
  else terminal.out(compare(brief.path, checked, answered, options.format ?? 'text', terminal));
};

const readAnswers = (path: string, terminal: Terminal): Promise<Uint8Array> => (path === '-' ? terminal.readStdin() : readInput(path, resolve(terminal.workingDirectory, path)));

const readInput = async (path: string, absolutePath: string): Promise<Uint8Array> => {
  try {
    const status = await stat(absolutePath);
    if (status.isDirectory()) throw new UsageError(`"${path}" is a folder; review is about one brief`);
    if (status.size > largestBrief) throw new UsageError(`${path} is ${tooLarge(status.size)}`);
    return await readFile(absolutePath);
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    throw new UsageError(error.code === 'ENOENT' ? `there is no file "${path}"` : `${path} cannot be read: ${error.message}`);
  }
};

const promptsOf = ({ brief, library, profile, settings }: CheckedText, wanted: number | undefined): string => {
  const parts = reviewParts(brief, settings.own);
  const toPrompt = (part: ReviewPart): string => buildPrompt({ brief, library, profile, own: settings.own }, part);
  if (parts.length === 0) throw new UsageError('there is no sentence to ask about');
  if (wanted === undefined) return parts.map((part, i) => (parts.length === 1 ? toPrompt(part) : `${separator(i + 1, parts.length)}\n\n${toPrompt(part)}`)).join('\n');
  const part = parts[wanted - 1];
  if (part === undefined) throw new UsageError(`there is no part ${wanted}: the prompt has ${parts.length === 1 ? '1 part' : `${parts.length} parts`}`);
  return toPrompt(part);
};

/** On a line of its own, where a script can split. Such a line stands in no prompt: there, each sentence has a number before it. */
const separator = (number: number, count: number): string => `===== brieflint review: part ${number} of ${count} =====`;

const compare = (path: string, { brief, findings, silenced, profile, settings }: CheckedText, answered: string, format: 'text' | 'json', terminal: Terminal): string => {
  const sentences = reviewSentences(brief, settings.own);
  const { verdicts, problems } = parseAnswers(answered, sentences);
  if (verdicts.size === 0) throw new UsageError(`no label could be read: ${problems.join('; ')}`);
  const notes = compareReview({ brief, findings, silenced, profile, own: settings.own }, sentences, ({ number }) => verdicts.get(number));
  const unlabelled = sentences.filter(({ number }) => !verdicts.has(number));
  const result: ReviewResult = { path, text: brief.text, notes, unlabelled, problems };
  return format === 'json' ? buildReviewJson(result) : buildReviewText(result, terminal.colors);
};
