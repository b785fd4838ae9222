import { describe, expect, it } from 'vitest';
import { makePdf } from '../support/make-pdf';
import { parseReport, runCli, withFolder } from '../support/run-cli';

const brief = '---\ntitle: Gate\nauthor: A. Writer\ndate: 2026-01-01\nbibliography: references.bib\n---\n\nThe office warns that "night traffic will be limited from 2027 on" [@office].\n';
const bibliography = '@report{office,\n  author = {{Harbour Office}},\n  title = {Freight},\n  year = {2025}\n}\n';
const pdf = makePdf([[{ x: 72, y: 770, text: 'Freight in 2024' }], [{ x: 72, y: 770, text: 'Night traffic may be limited from 2027 on.' }]]);

const messagesOf = async (folder: string, path: string): Promise<readonly string[]> => {
  const { out } = await runCli(['check', '--format', 'json', path], { cwd: folder });
  return parseReport(out).files.flatMap(({ findings }) => findings.filter(({ rule }) => rule === 'quotation-not-in-source').map(({ message }) => message));
};

describe('texts of sources on the command line', () => {
  it('are read beside the brief, PDFs too', () =>
    withFolder({ 'a.md': brief, 'references.bib': bibliography, 'sources/office.pdf': pdf }, async (folder) => {
      expect(await messagesOf(folder, 'a.md')).toEqual(['"will" here, "may" in Harbour Office 2025, page 2']);
    }));

  it('are read for a brief that lies elsewhere', () =>
    withFolder({ 'there/a.md': brief, 'there/references.bib': bibliography, 'there/sources/office.pdf': pdf, 'here/b.md': 'Nothing.\n' }, async (folder) => {
      expect(await messagesOf(`${folder}/here`, '../there/a.md')).toEqual(['"will" here, "may" in Harbour Office 2025, page 2']);
    }));

  it('are not read from outside, and that is said', () =>
    withFolder({ 'work/a.md': brief, 'work/references.bib': bibliography, 'work/.brieflint.yml': 'sources:\n  office: ../secret/office.pdf\n', 'secret/office.pdf': pdf }, async (folder) => {
      expect(await messagesOf(`${folder}/work`, 'a.md')).toEqual([]);
      const { out } = await runCli(['check', '--format', 'json', 'a.md'], { cwd: `${folder}/work` });
      expect(parseReport(out).summary.unchecked.map(({ reason }) => reason)).toContainEqual(expect.stringContaining('lies outside the workspace'));
    }));
});
