import { isatty } from 'node:tty';
import pc from 'picocolors';
import { largestBrief } from '../brief-files';
import { createDiskSourceFiles } from '../disk/disk-source-files';
import { localDate } from '../local-date';
import type { SourceFiles } from '../source-files';
import type { Colors } from './text-report';

/** The process as commands see it. Reports go to `out`, everything else to `log`, so that a pipe carries nothing but the report. */
export interface Terminal {
  readonly workingDirectory: string;
  /** For the texts of sources. */
  readonly sources: SourceFiles;
  /** YYYY-MM-DD, read once. */
  readonly today: string;
  readonly colors: Colors;
  readonly out: (text: string) => void;
  readonly log: (text: string) => void;
  readonly readStdin: () => Promise<Uint8Array>;
}

/** `bundleFolder` is where the bundle lies: the reader of PDFs is beside it. */
export const processTerminal = (bundleFolder: string): Terminal => ({
  workingDirectory: process.cwd(),
  sources: createDiskSourceFiles(bundleFolder),
  today: localDate(new Date()),
  colors: pc.createColors(wantsColor(process.env, isatty(1))),
  out: (text) => void process.stdout.write(text),
  log: (text) => void process.stderr.write(`${text}\n`),
  readStdin,
});

/** Not picocolors' own guess: that colours pipes too where `CI` is set, and on Windows always. */
export const wantsColor = (environment: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean => {
  if (environment['NO_COLOR'] !== undefined && environment['NO_COLOR'] !== '') return false;
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return isTerminal && environment['TERM'] !== 'dumb';
};

/** Stops soon after the limit: what is too large will not be checked anyway. */
const readStdin = async (): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : (chunk as Uint8Array); // Without an encoding, stdin yields buffers.
    chunks.push(bytes);
    size += bytes.byteLength;
    if (size > largestBrief) break;
  }
  return Buffer.concat(chunks);
};
