import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Item {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}

interface Manifest {
  readonly contributes: { readonly menus: Readonly<Record<string, readonly Item[]>>; readonly keybindings: readonly Item[]; readonly commands: readonly { readonly command: string; readonly title: string }[] };
}

const { contributes } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as Manifest; // It is our own.

const writing = ['brieflint.insertCitation', 'brieflint.markOwnAnalysis', 'brieflint.markCommonKnowledge', 'brieflint.ignoreFinding'];

const whensOf = (menu: readonly Item[] | undefined, commands: readonly string[]): readonly (string | undefined)[] => commands.map((command) => menu?.find((item) => item.command === command)?.when);

describe('the manifest', () => {
  it('has keys that work in briefs alone', () => {
    for (const { when } of contributes.keybindings) expect(when).toContain('brieflint.isBrief');
  });

  it('has no key or command that writes where nothing can be written', () => {
    for (const when of [...whensOf(contributes.keybindings, writing), ...whensOf(contributes.menus['commandPalette'], [...writing, 'brieflint.addMissingSections'])]) expect(when).toContain('!editorReadonly');
    expect(contributes.menus['editor/context']?.find(({ submenu }) => submenu === 'brieflint.answers')?.when).toContain('!editorReadonly');
  });

  it('offers on a statement the answers that make sense there', () => {
    expect(whensOf(contributes.menus['brieflint.answers'], writing)).toEqual([
      'brieflint.offeredAnswers =~ /\\bcitation\\b/',
      'brieflint.offeredAnswers =~ /\\bown-analysis\\b/',
      'brieflint.offeredAnswers =~ /\\bcommon-knowledge\\b/',
      undefined,
    ]);
  });

  it('shows whether coverage is shown', () => {
    const [show, hide] = whensOf(contributes.menus['commandPalette'], ['brieflint.toggleCoverage', 'brieflint.hideCoverage']);
    expect([show?.includes('!brieflint.coverage.isShown'), hide]).toEqual([true, 'brieflint.coverage.isShown']);
  });
});
