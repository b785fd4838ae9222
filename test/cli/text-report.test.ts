import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder, runCli, withFolder } from '../support/run-cli';

const text = '## Costs\n\nThe 税 levy brings in XX% of the budget.\n';

const report = (args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<string> =>
  withFolder({ 'a.md': text, 'b.md': '## Costs\n\nThe levy is old.\n' }, async (cwd) => (await runCli(['check', '--min', 'warning', ...args], { cwd, environment })).out);

describe('the report for people', () => {
  it('shows the words, what is wrong with them, and a summary in words', async () => {
    const shown = await report(['a.md', 'b.md']);
    expect(shown).toContain(
      [
        'a.md',
        '',
        '  3:22  warning  "XX%" is a placeholder  placeholder-left-in',
        '        The 税 levy brings in XX% of the budget.',
        '                              ^^^',
        '',
        '2 files: 1 warning.',
        'Not checked:',
        '',
      ].join('\n'),
    );
    expect(shown).toContain('  no profile (a.md, b.md)\n');
    expect(shown).toContain('brieflint explain placeholder-left-in\n');
  });

  it('says so when there is nothing to say', async () => {
    expect(await report(['b.md', '--min', 'error'])).toMatch(/^1 file: nothing to report\.\n/);
  });

  it('is coloured only for a terminal, or where that is asked for', async () => {
    const escape = '\u001b[';
    expect(await report([], { CI: '1' })).not.toContain(escape);
    expect(await report([], { FORCE_COLOR: '1' })).toContain(escape);
    expect(await report([], { FORCE_COLOR: '1', NO_COLOR: '1' })).not.toContain(escape);
  });

  it('shows no character that a terminal would obey', async () => {
    await withFolder({ 'a.md': 'The levy \u001b[2J\u202e brings in XX%.\n' }, async (cwd) => {
      const { out } = await runCli(['check', 'a.md'], { cwd });
      expect(out).toContain('The levy ·[2J· brings in XX%.');
    });
  });

  it('ends quietly when nobody reads on', async () => {
    const status = await new Promise((resolve) => {
      const child = spawn('sh', ['-c', `"${process.execPath}" "${join(projectFolder, 'dist', 'cli.js')}" check --fail-on never examples; echo "status $?" >&2`], { cwd: projectFolder, stdio: ['ignore', 'pipe', 'pipe'] });
      child.stdout.destroy();
      const log: string[] = [];
      child.stderr.on('data', (chunk: Buffer) => log.push(chunk.toString()));
      child.on('close', () => resolve(log.join('')));
    });
    expect(status).toBe('status 0\n');
  });
});
