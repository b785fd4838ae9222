/** What rules say of bibliography files, at places in those files. */
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../server/src/check';
import { parseBibliography } from '../../server/src/core/library/parse-bibliography';
import { toLayer } from '../../server/src/settings';

/** "file: words: rule/severity: message" of each finding in a bibliography file. */
const fileFindings = (text: string, files: Readonly<Record<string, string>>, settings: Readonly<Record<string, unknown>> = {}): readonly string[] => {
  const result = checkDocument({
    text,
    today: null,
    layers: [toLayer('command-line', { bibliography: Object.keys(files), ...settings })],
    library: { files: Object.entries(files).map(([path, bib]) => parseBibliography(path, bib)), unreadable: [], texts: new Map() },
  });
  expect(result.findings.filter(({ file }) => file !== undefined)).toEqual([]);
  return result.fileFindings.map(({ file = '', span, rule, severity, message }) => `${file}: ${(files[file] ?? '').slice(span.start, span.end)}: ${rule}/${severity}: ${message}`);
};

const wrecks = '@report{wrecks, author = {{Harbour Agency}}, title = {Ships and wrecks}, year = {2024}}\n';
const fish = '@book{fish, author = {Okafor, Ngozi}, title = {On fish and water}, year = {2021}, doi = {10.1000/fish}}\n';

describe('duplicate-reference in files', () => {
  it('reports one key twice in a file', () => {
    const other = '@book{wrecks, author = {Roy, Paul}, title = {Other wrecks}, year = {2020}}\n';
    expect(fileFindings('Wrecks fell [@wrecks].', { 'a.bib': wrecks + other })).toEqual(['a.bib: wrecks: duplicate-reference/warning: The key "wrecks" is taken by another entry']);
  });

  it('reports one key for two works in two files, but not one work exported twice', () => {
    const other = '@book{wrecks, author = {Roy, Paul}, title = {Other wrecks}, year = {2020}}\n';
    expect(fileFindings('Wrecks fell [@wrecks].', { 'a.bib': wrecks, 'b.bib': other })).toEqual(['b.bib: wrecks: duplicate-reference/warning: The key "wrecks" is taken by another entry in a.bib']);
    expect(fileFindings('Wrecks fell [@wrecks].', { 'a.bib': wrecks, 'b.bib': wrecks })).toEqual([]);
  });

  it('reports one work under two keys', () => {
    const byDoi = '@article{fishes, author = {Okafor, N.}, title = {Fish}, year = {2022}, doi = {10.1000/FISH}}\n';
    expect(fileFindings('Fish are wet [@fish].', { 'a.bib': fish + byDoi })).toEqual(['a.bib: fishes: duplicate-reference/information: "Fish" also stands under the key "fish"']);
  });

  it('leaves volumes of one title alone', () => {
    const volumes = [1, 2].map((volume) => `@book{tides${volume}, author = {Berg, Ana}, title = {Tides and quays}, volume = {${volume}}, year = {2019}}\n`).join('');
    expect(fileFindings('Tides matter [@tides1].', { 'a.bib': volumes })).toEqual([]);
  });
});

describe('incomplete-reference in files', () => {
  it('asks for what a cited entry lacks', () => {
    const entries = '@misc{a, title = {Tides}}\n@misc{b, author = {Roy, Paul}, year = {2020}}\n@misc{c, title = {Not cited}}\n';
    expect(fileFindings('Tides matter [@a; @b].', { 'a.bib': entries })).toEqual([
      'a.bib: a: incomplete-reference/information: "a" has no year and author',
      'a.bib: b: incomplete-reference/information: "b" has no title',
    ]);
  });

  it('takes publisher and journal for a body, and a date of access for a year', () => {
    const entries = '@misc{a, title = {Tides}, publisher = {Delta Press}, year = {2020}}\n@online{b, title = {Boats}, organization = {Ports Council}, url = {https://boats.example/}, urldate = {2025-03-01}}\n';
    expect(fileFindings('Tides matter [@a; @b].', { 'a.bib': entries })).toEqual([]);
  });
});

describe('bibliography-unreadable in files', () => {
  const broken = `${wrecks}@book{tides, author = {Berg, Ana}, title = {Tides, year = {2019}\n\n${fish}`;

  it('shows faults at their place', () => {
    const found = fileFindings('Tides matter [@tides].', { 'a.bib': broken }).filter((line) => line.includes('bibliography-unreadable'));
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]).toContain('/warning');
  });

  it('is quieter about entries that the brief does not cite', () => {
    const lost = '@article{child, crossref = {gone}, title = {Child}, author = {Roy, Paul}, year = {2020}}\n';
    const severities = (text: string): readonly string[] => fileFindings(text, { 'a.bib': wrecks + lost }).map((line) => /unreadable\/(\w+)/.exec(line)?.[1] ?? '');
    expect(severities('Wrecks fell [@wrecks].')).toEqual(['information']);
    expect(severities('Wrecks fell [@child].')).toEqual(['warning']);
  });
});

describe('settings and suppressions', () => {
  const twice = wrecks + wrecks.replace('Ships and wrecks', 'Other wrecks');

  it('hold for files too', () => {
    expect(fileFindings('Wrecks fell [@wrecks].', { 'a.bib': twice }, { rules: { 'duplicate-reference': 'error' } })[0]).toContain('/error');
    expect(fileFindings('Wrecks fell [@wrecks].', { 'a.bib': twice }, { rules: { 'duplicate-reference': 'off' } })).toEqual([]);
    expect(fileFindings('<!-- brieflint-disable-file duplicate-reference -- two exports -->\n\nWrecks fell [@wrecks].', { 'a.bib': twice })).toEqual([]);
    expect(fileFindings('Wrecks fell [@wrecks].\n\n<!-- brieflint-disable duplicate-reference -- two exports -->', { 'a.bib': twice })).toHaveLength(1);
  });
});
