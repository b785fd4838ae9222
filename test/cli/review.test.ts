import { describe, expect, it } from 'vitest';
import { runCli, withFolder } from '../support/run-cli';

const brief = `# Ferries for the outer islands

## Background

Ferry fares rose by 40% between 2015 and 2023.

The islands lost a third of their school pupils (Census Office, 2024).

## Recommendations

The ministry should publish the contract.
`;

const answers = `Sure! Here are the labels:
{"number":1,"label":"O","begins":"Ferry fares rose","reason":"well known"}
{"number":2,"label":"N","begins":"The islands lost","reason":"no proof"}
{"number":3,"label":"N","begins":"The ministry should","reason":"which \u001b[31mcontract"}
`;

const files = { 'ferries.md': brief, 'answers.txt': answers };

interface ReviewJson {
  readonly version: number;
  readonly path: string;
  readonly notes: readonly { readonly number: number; readonly start: number; readonly end: number; readonly line: number; readonly outcome: string; readonly label: string; readonly reason: string; readonly fact: string | null; readonly rule: string | null }[];
  readonly unlabelled: readonly { readonly number: number }[];
  readonly problems: readonly string[];
}

describe('review --prompt', () => {
  it('prints all parts, each after a line that a script can split at, and one alone', async () => {
    await withFolder(files, async (cwd) => {
      const [all, second] = await Promise.all([runCli(['review', '--prompt', 'ferries.md'], { cwd }), runCli(['review', '--prompt', '--part', '2', 'ferries.md'], { cwd })]);
      expect([all.status, all.log, second.status]).toEqual([0, '', 0]);
      const parts = all.out.split(/^===== brieflint review: part \d of 2 =====\n\n/m);
      expect(parts).toHaveLength(3);
      expect(parts[2]).toBe(second.out);
      expect(second.out).toContain('3. The ministry should publish the contract.');
      expect(second.out).not.toContain('Ferry fares');
    });
  });

  it('prints one part without a separator', async () => {
    await withFolder({ 'a.md': 'The levy ends in May.\n' }, async (cwd) => {
      expect((await runCli(['review', '--prompt', 'a.md'], { cwd })).out).toMatch(/^You are the second reader/);
    });
  });
});

describe('review --answers', () => {
  it('prints what differs, and why', async () => {
    await withFolder(files, async (cwd) => {
      const { status, out, log } = await runCli(['review', '--answers', 'answers.txt', 'ferries.md'], { cwd });
      expect([status, log]).toEqual([0, '']);
      for (const part of ['The model asks for a source, brieflint does not (1)', '11:1  The ministry should publish', 'brieflint asks for a source, the model does not (1)', '5:1  Ferry fares', 'The text speaks against the model (1)', '(Census Office, 2024)', '3 sentences labelled: 0 agreed on'])
        expect(out).toContain(part);
      expect(out).not.toContain('\u001b');
    });
  });

  it('prints JSON for programs, with places in the brief', async () => {
    await withFolder(files, async (cwd) => {
      const { out } = await runCli(['review', '--answers', '-', '--format', 'json', 'ferries.md'], { cwd, stdin: answers.split('\n').slice(0, 3).join('\n') });
      const report = JSON.parse(out) as ReviewJson; // Its shape is what the test is about.
      expect(report).toMatchObject({ version: 1, path: 'ferries.md', problems: [] });
      expect(report.notes.map(({ number, line, outcome, label, reason }) => [number, line, outcome, label, reason])).toEqual([
        [1, 5, 'only-brieflint-asks', 'O', 'well known'],
        [2, 7, 'contradicted', 'N', 'no proof'],
      ]);
      expect(report.notes.map(({ start, end }) => brief.slice(start, end))).toEqual(['Ferry fares rose by 40% between 2015 and 2023.', 'The islands lost a third of their school pupils (Census Office, 2024).']);
      expect(report.unlabelled.map(({ number }) => number)).toEqual([3]);
    });
  });

  it('says what it could not read', async () => {
    await withFolder(files, async (cwd) => {
      const { out } = await runCli(['review', '--answers', '-', 'ferries.md'], { cwd, stdin: '{"number":1,"label":"N"} {"number":8,"label":"N"}' });
      expect(out).toContain('Without a label: 2 sentences (number 2, 3).');
      expect(out).toContain('there is no sentence 8');
    });
  });
});

describe('review used wrongly', () => {
  const cases: readonly (readonly [args: readonly string[], message: string])[] = [
    [['ferries.md'], 'say either --prompt or --answers FILE'],
    [['--prompt', '--answers', 'answers.txt', 'ferries.md'], 'say either --prompt or --answers FILE'],
    [['--prompt', 'lost.md'], 'there is no file "lost.md"'],
    [['--answers', 'lost.txt', 'ferries.md'], 'there is no file "lost.txt"'],
    [['--prompt', '.'], '"." is a folder'],
    [['--prompt', '--part', '3', 'ferries.md'], 'there is no part 3: the prompt has 2 parts'],
    [['--prompt', '--part', 'x', 'ferries.md'], 'whole number'],
    [['--answers', 'answers.txt', '--part', '1', 'ferries.md'], '--part goes with --prompt'],
    [['--prompt', '--format', 'json', 'ferries.md'], '--format goes with --answers'],
    [['--answers', 'ferries.md', 'ferries.md'], 'no label could be read'],
    [['--prompt', 'empty.md'], 'there is no sentence to ask about'],
    [[], "missing required argument 'file'"],
  ];

  for (const [args, message] of cases)
    it(`ends with 2: ${args.join(' ')}`, async () => {
      await withFolder({ ...files, 'empty.md': '# Nothing\n' }, async (cwd) => {
        const { status, out, log } = await runCli(['review', ...args], { cwd });
        expect([status, out]).toEqual([2, '']);
        expect(log).toContain(message);
      });
    });
});
