/** The briefs under `test/corpus`, checked as the doors check them: under their own front matter and with the bibliography that they name. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocument, type CheckResult } from '../../server/src/check';
import { emptyInputs } from '../../server/src/core/library/build-library';
import type { LibraryInputs } from '../../server/src/core/library/library';
import { parseBibliography } from '../../server/src/core/library/parse-bibliography';
import type { Finding } from '../../server/src/core/lint/rule';
import { createLineIndex } from '../../server/src/core/text/line-index';

const corpusFolder = join(import.meta.dirname, '..', 'corpus');

export interface CorpusBrief {
  readonly name: string;
  readonly text: string;
}

export const corpusBriefs = (folder: 'clean' | 'flawed'): readonly CorpusBrief[] =>
  readdirSync(join(corpusFolder, folder))
    .filter((name) => name.endsWith('.md') && !name.endsWith('.twin.md'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(corpusFolder, folder, name), 'utf8') }));

const bibliography = 'references.bib';
const references: LibraryInputs = { ...emptyInputs, files: [parseBibliography(bibliography, readFileSync(join(corpusFolder, 'clean', bibliography), 'utf8'))] };

/** A rule that throws fails the test. */
export const checkCorpusText = (text: string): CheckResult =>
  checkDocument({
    text,
    layers: [],
    today: '2026-06-30',
    library: text.includes(`\nbibliography: ${bibliography}\n`) ? references : emptyInputs,
    log: (message) => {
      throw new Error(message);
    },
  });

/** "12:4 warning empty-section: "Risks" has nothing under it", in the order of places. */
export const linesOf = (text: string, findings: readonly Finding[]): readonly string[] => {
  const lines = createLineIndex(text);
  return findings.map(({ span, severity, rule, message }) => {
    const { line, character } = lines.positionAt(span.start);
    return `${String(line + 1)}:${String(character + 1)} ${severity} ${rule}: ${message}`;
  });
};
