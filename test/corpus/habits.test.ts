/** A correct brief in each habit of citing gives no finding about citations, of whatever severity. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pc from 'picocolors';
import { URI } from 'vscode-uri';
import { describe, expect, it } from 'vitest';
import { checkText } from '../../server/src/cli/check-file';
import { startRun } from '../../server/src/cli/check-run';
import type { Terminal } from '../../server/src/cli/terminal';
import { citationLedger, type EvidenceWork } from '../../server/src/core/features/evidence-citations';
import { fullName } from '../../server/src/core/library/cited-names';
import type { Reference } from '../../server/src/core/library/reference';
import { createMemorySourceFiles } from '../support/memory-source-files';
import { projectFolder } from '../support/run-cli';
import { expected } from './habits/expected';

const folder = join(projectFolder, 'test/corpus/habits');

const terminal: Terminal = {
  workingDirectory: folder,
  sources: createMemorySourceFiles(new Map()),
  today: '2025-07-01',
  colors: pc.createColors(false),
  out: () => undefined,
  log: (text) => {
    throw new Error(text);
  },
  readStdin: () => Promise.resolve(new Uint8Array()),
};

const habits = readdirSync(folder).filter((name) => name.endsWith('.md')).sort();

const check = async (name: string) => {
  const run = await startRun({ config: false, today: '2025-07-01' }, terminal);
  const absolutePath = join(folder, name);
  return checkText({ path: name, absolutePath, uri: URI.file(absolutePath).toString(), run, log: terminal.log }, readFileSync(absolutePath, 'utf8'), undefined);
};

/** Every citation of a brief, with the entry that it leads to; without an entry, the work as the text names it, in brackets. */
const readings = async (name: string): Promise<readonly string[]> => {
  const { brief, library } = await check(name);
  const { citations, works } = citationLedger(brief, library, []);
  return citations.map(({ text, reference, work, isOwnWork }) => {
    const entry = library.references.find(({ id }) => id === reference);
    return `${text.replace(/\s+/g, ' ')} -> ${entry !== undefined ? nameOf(entry) : isOwnWork && work === null ? '(own work)' : `(${nameOfWork(works[work ?? -1])})`}`;
  });
};

const nameOf = ({ id, format, authors, year, yearSuffix }: Reference): string => (format === 'list' ? `${authors.slice(0, 1).map(fullName).join('')} ${year ?? ''}${yearSuffix ?? ''}` : id);

const nameOfWork = (work: EvidenceWork | undefined): string => [work?.name, work?.year].filter((part) => part !== undefined && part !== null).join(' ');

describe('a correct brief', () => {
  it('is there in eight habits', () => {
    expect(habits).toEqual(Object.keys(expected));
  });

  it.each(habits)('%s gives no finding of the group citations', async (name) => {
    const { findings, fileFindings, brief, library } = await check(name);
    const about = [...findings, ...fileFindings].filter(({ group }) => group === 'citations');
    expect(about.map(({ rule, message, span, file }) => `${rule}: ${message} [${(file === undefined ? brief.text : (library.files.find(({ path }) => path === file)?.text ?? '')).slice(span.start, span.end).slice(0, 80)}]`)).toEqual([]);
  });

  it.each(habits)('%s leads each citation to its work', async (name) => {
    expect(await readings(name)).toEqual(expected[name]);
  });

  it.each(habits)('%s has no entry that is not cited, or only in a form that is not read', async (name) => {
    const { library, unchecked } = await check(name);
    expect(library.references.filter((reference) => library.usesOf(reference).length === 0).map(nameOf)).toEqual([]);
    expect(unchecked.filter(({ reason }) => reason.includes('not read as a citation'))).toEqual([]);
  });
});
