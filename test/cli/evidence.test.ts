import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../server/src/core/features/evidence';
import { evidenceSchema } from '../support/evidence-schema';
import { projectFolder, runCli, withFolder } from '../support/run-cli';

const bibliography = `@report{port2024, author = {{Port Authority of Linn}}, title = {Port Statistics 2023}, year = {2024}}
@article{okoye2022, author = {Okoye, Ada and Brandt, Lars}, title = {Dredging and Trade}, year = {2022}, journal = {Harbour Studies}}
`;

const brief = `---
title: A deeper harbour
date: 2025-03-01
bibliography: references.bib
---

# Summary

The port handled 4.1 million tonnes in 2023 [@port2024].

## The problem

Ships of more than 9 metres draught are turned away [@port2024; @okoye2022, p. 12]. The tax yields 3% of revenue [@prot2024].
Waiting costs 12% of freight rates. As the harbour master says, "no ship has waited for less than a day" (Linn Courier, 2024).

| Berth | Tonnes |
| --- | --- |
| North | 2,400,000 |

Source: Port Authority of Linn (2024).

## Recommendations

- The Port Authority should dredge the north berth by June 2026, at a cost of USD 3 million, measured by the draught at low tide.
- Publish waiting times [@okoye2022].
`;

const files = { 'harbour.md': brief, 'references.bib': bibliography, 'sources/port2024.txt': 'In 2023 the port handled 4,118,000 tonnes of cargo.\n' };

const evidenceOf = async (content: Readonly<Record<string, string>>, path: string): Promise<Evidence> =>
  withFolder(content, async (cwd) => {
    const { status, out, log } = await runCli(['evidence', '--format', 'json', '--today', '2025-06-01', path], { cwd });
    expect(log).toBe('');
    expect(status).toBe(0);
    return JSON.parse(out) as Evidence; // Its shape is what the tests are about.
  });

const wordsAt = (text: string, { start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end);

describe('the ledger as JSON', () => {
  it('has the shape that other programs read', async () => {
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(evidenceSchema);
    for (const [path, content] of [['harbour.md', files], ['empty.md', { 'empty.md': '' }], ['odd.md', { 'odd.md': '# \n\n[@] (,2024) [^x]\n\n[^x]: \n' }]] as const) {
      const evidence = await evidenceOf(content, path);
      expect(validate(evidence), JSON.stringify(validate.errors)).toBe(true);
      expect(evidence.path).toBe(path);
    }
  });

  it('holds for the examples too', async () => {
    const validate = new Ajv({ allowUnionTypes: true }).compile(evidenceSchema);
    for (const name of ['clean-water.md', 'digital-literacy.md', 'pasted-note.md']) {
      const { out } = await runCli(['evidence', '--format', 'json', `examples/briefs/${name}`]);
      expect(validate(JSON.parse(out)), name).toBe(true);
    }
  });

  it('lists each work that a citation names, and what it leads to', async () => {
    const { citations, references, works } = await evidenceOf(files, 'harbour.md');
    expect(citations.map((citation) => [wordsAt(brief, citation), citation.style, citation.reference])).toEqual([
      ['[@port2024]', 'key', 'port2024'],
      ['@port2024', 'key', 'port2024'],
      ['@okoye2022', 'key', 'okoye2022'],
      ['[@prot2024]', 'key', null],
      ['(Linn Courier, 2024)', 'parenthetical', null],
      ['Port Authority of Linn (2024)', 'source-line', 'port2024'],
      ['[@okoye2022]', 'key', 'okoye2022'],
    ]);
    expect(citations[3]).toMatchObject({ resolution: 'missing', candidates: ['port2024'] });
    expect(references).toMatchObject([
      { id: 'port2024', title: 'Port Statistics 2023', year: '2024', path: 'references.bib', citedBy: [0, 1, 5] },
      { id: 'okoye2022', citedBy: [2, 6] },
    ]);
    expect(works.map(({ name, reference }) => [name, reference])).toEqual([['port2024', 'port2024'], ['okoye2022', 'okoye2022'], ['prot2024', null], ['Linn Courier', null]]);
  });

  it('says what the text of a source has of the figures beside a citation', async () => {
    const { citations, references } = await evidenceOf(files, 'harbour.md');
    expect(references[0]?.text).toEqual({ path: 'sources/port2024.txt', problem: null });
    expect(citations[0]?.figures).toMatchObject([{ text: '4.1 million tonnes', verdict: 'rounded', line: 1, page: null }]);
    // A table's cells are asked of the one work in its source line.
    expect(citations[5]?.figures).toMatchObject([{ text: '2,400,000', verdict: 'not-found' }]);
    expect(citations[2]?.figures).toMatchObject([{ verdict: 'no-text' }]);
  });

  it('gives figures as the values that their writing allows, without those of citations', async () => {
    const { figures } = await evidenceOf(files, 'harbour.md');
    expect(figures.map(({ text }) => text)).not.toContain('12');
    expect(figures.find(({ text }) => text === '12%')).toMatchObject({ low: 11.5, high: 12.5, unit: '%', section: 'The problem', conflicts: [] });
    expect(figures.find(({ text }) => text.includes('9 metres'))).toMatchObject({ low: 9, high: null });
    expect(figures.find(({ text }) => text === '2,400,000')).toMatchObject({ inTable: true });
  });

  it('says of claims whose they are, what covers them and how likely somebody asks', async () => {
    const { claims } = await evidenceOf(files, 'harbour.md');
    const claimOf = (words: string) => claims.find((claim) => wordsAt(brief, claim).includes(words));
    expect(claimOf('4.1 million')).toMatchObject({ kinds: ['statistic'], cues: ['4.1 million tonnes'], owner: 'other', status: 'sourced', rule: null, citations: [0], coverage: 'sentence', basis: 'covered by [@port2024]: stands in this sentence' });
    expect(claimOf('no ship has waited')).toMatchObject({ status: 'sourced', citations: [4] });
    expect(claimOf('no ship has waited')?.kinds).toContain('quotation');
    expect(claimOf('Waiting costs')).toMatchObject({ status: 'sourced', coverage: 'paragraph-end', citations: [4] });
    expect(claims.find(({ inTable }) => inTable)).toMatchObject({ kinds: ['statistic'], cues: ['2,400,000'], status: 'sourced', coverage: 'source-line', probability: null, citations: [5] });
    for (const { inTable, probability } of claims) if (!inTable) expect(probability).toBeTypeOf('number');
  });

  it('says of claims that rest on nothing which rule asks, and of others why nobody does', async () => {
    const text = 'Rent takes 52% of the income of young families.\n\nWe counted 214 wells in three towns.\n\nAccording to the 2021 Census, rents rose by 4%.\n\n## Recommendations\n\n- The fund should pay EUR 40 million.\n';
    const { claims } = await evidenceOf({ 'a.md': text }, 'a.md');
    expect(claims.map(({ status, rule, coverage, basis }) => [status, rule, coverage, basis])).toEqual([
      ['unsourced', 'unsourced-statistic', null, null],
      ['own', null, null, 'the author’s own: first person'],
      ['sourced', null, 'named', 'names a source in words: According to the 2021 Census'],
      ['exempt', null, null, null],
    ]);
  });

  it('says of recommendations who, by when, at what cost and how one will know, and null where they do not', async () => {
    const { recommendations } = await evidenceOf(files, 'harbour.md');
    expect(recommendations).toMatchObject([
      { who: 'The Port Authority', byWhen: 'by June 2026', cost: 'USD 3 million', measure: 'the draught at low tide', restsOn: null },
      { who: null, byWhen: null, cost: null, measure: null, restsOn: [6] },
    ]);
  });

  it('says what was not checked', async () => {
    const { unchecked } = await evidenceOf(files, 'harbour.md');
    expect(unchecked.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['no profile', 'no text of "okoye2022" is here: figures and quotations were not compared with it']));
    const listless = await evidenceOf({ 'a.md': 'Rents rose (Rent Office, 2024).\n' }, 'a.md');
    expect(listless.unchecked.map(({ reason }) => reason)).toContain('no reference list and no bibliography: citations could not be looked up');
    const listed = await evidenceOf({ 'a.md': 'Rents rose (Okoye, 2024).\n\n## References\n\n- Okoye, B. (2024). Rents in Orlin. Orlin Press.\n' }, 'a.md');
    expect(listed.unchecked.map(({ reason }) => reason)).toContain('no text of Okoye 2024 is here: figures and quotations were not compared with it');
  });

  it('takes two names of one body for one work', async () => {
    const text = 'The Bureau of Mines (BoM) counts pits. Output fell (BoM, 2024).\n\n| Pit | Tonnes |\n| --- | --- |\n| A | 3 |\n\nSource: Bureau of Mines (2024).\n';
    const { works } = await evidenceOf({ 'a.md': text }, 'a.md');
    expect(works).toMatchObject([{ name: 'BoM', year: '2024', citedBy: [0, 1] }]);
  });
});

describe('the ledger to read', () => {
  const nasty = '# =cmd() | <script>alert(1)</script>\n\nOutput fell by 3% ([<b>Mines</b>](https://mines.example/?a=1&b="2")). It rose by 4% <img src=x> (Bureau of Mines, 2024).\n';

  it('is a set of tables in Markdown', async () => {
    await withFolder(files, async (cwd) => {
      const { out, status } = await runCli(['evidence', 'harbour.md'], { cwd });
      expect(status).toBe(0);
      for (const title of ['Citations', 'References', 'Cited works without an entry', 'Claims', 'Figures', 'Recommendations', 'What was not checked']) expect(out).toContain(`\n## ${title}\n`);
      expect(out).toContain('| 9 | Summary | \\[@port2024\\] | port2024 |');
      expect(out).toContain('no entry; nearest port2024');
      expect(out).toContain('| Linn Courier | 2024 | 14 |');
    });
  });

  it('obeys nothing that a brief says', async () => {
    await withFolder({ 'a.md': nasty }, async (cwd) => {
      const { out: html } = await runCli(['evidence', '--format', 'html', 'a.md'], { cwd });
      expect(html).not.toMatch(/<(?:script|img|b|a)\b/i);
      expect(html).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]+'; base-uri 'none'; form-action 'none'">/);
      expect(html).not.toMatch(/<[^>]*\s(?:src|href|on\w+)=/i);
      const { out: markdown } = await runCli(['evidence', 'a.md'], { cwd });
      expect(markdown).not.toMatch(/(?<!\\)<(?:script|img|b)\b/i);
      for (const line of markdown.split('\n').filter((row) => row.startsWith('|'))) expect(line.replace(/\\./g, '').match(/\|/g)?.length).toBeGreaterThan(2);
      const { out: csv } = await runCli(['evidence', '--format', 'csv', 'a.md'], { cwd });
      expect(csv).not.toMatch(/(?:^|,|")[=+@-]/m);
    });
  });

  it('has a row for each citation as CSV', async () => {
    await withFolder(files, async (cwd) => {
      const { out } = await runCli(['evidence', '--format', 'csv', 'harbour.md'], { cwd });
      const lines = out.trimEnd().split('\r\n');
      expect(lines[0]).toMatch(/^line,column,section,style,citation,/);
      expect(lines.filter((line) => line.includes(',citation,')).length).toBe(8);
    });
  });

  it('has a row for each claim too, with what it rests on and the probability', async () => {
    await withFolder(files, async (cwd) => {
      const { out } = await runCli(['evidence', '--format', 'csv', 'harbour.md'], { cwd });
      const claim = out.split('\r\n').find((line) => line.includes(',claim,') && line.includes('The port handled'));
      expect(claim).toMatch(/,statistic,4\.1 million tonnes,others',sourced,covered by \[@port2024\]: stands in this sentence,9,0\.\d+,$/);
      const { out: markdown } = await runCli(['evidence', 'harbour.md'], { cwd });
      expect(markdown).toMatch(/\| 9 \| The port handled .* \| statistic \| others' \| sourced \| covered by .*: stands in this sentence \| 9 \| 0\.\d\d \| – \|/);
      expect(markdown).toMatch(/\| Figures of a table \| statistic \| others' \| sourced \|/);
    });
  });

  it('changes no file', async () => {
    await withFolder(files, async (cwd) => {
      await runCli(['evidence', 'harbour.md'], { cwd });
      expect(readFileSync(join(cwd, 'harbour.md'), 'utf8')).toBe(brief);
      expect(readFileSync(join(cwd, 'references.bib'), 'utf8')).toBe(bibliography);
    });
  });

  it('is the one that the guide shows', async () => {
    const guide = readFileSync(join(projectFolder, 'docs/guide/evidence.md'), 'utf8');
    const { out } = await runCli(['evidence', 'examples/briefs/clean-water.md']);
    const shown = [...guide.matchAll(/^\| \d.*\|$/gm)].map(([row]) => row);
    expect(shown.length).toBeGreaterThan(4);
    for (const row of shown) expect(out.split('\n')).toContain(row);
  });
});

describe('wrong usage', () => {
  it('is said in words, with status 2', async () => {
    await withFolder(files, async (cwd) => {
      expect(await runCli(['evidence'], { cwd })).toMatchObject({ status: 2 });
      expect(await runCli(['evidence', 'nowhere.md'], { cwd })).toMatchObject({ status: 2, out: '', log: 'brieflint: there is no file "nowhere.md"\n' });
      expect(await runCli(['evidence', '.'], { cwd })).toMatchObject({ status: 2, log: 'brieflint: "." is a folder; evidence is about one brief\n' });
      expect(await runCli(['evidence', '--format', 'pdf', 'harbour.md'], { cwd })).toMatchObject({ status: 2, out: '' });
    });
  });
});
