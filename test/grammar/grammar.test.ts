/** The grammars over Markdown's own, line by line: what stands where, and that code and plain comments are left alone. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IRawGrammar } from 'vscode-textmate';

const root = join(import.meta.dirname, '../..');
const modules = createRequire(import.meta.url);

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo: readonly string[];
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly contributes: { readonly grammars: readonly Contribution[] } }; // Our own manifest.
const contributions = manifest.contributes.grammars;
/** What ours stand on: Markdown, and the HTML in it. */
const bases = { 'text.html.markdown': 'markdown', 'text.html.derivative': 'html-derivative', 'text.html.basic': 'html' };
const paths = new Map([
  ...Object.entries(bases).map(([scope, name]) => [scope, modules.resolve(`tm-grammars/grammars/${name}.json`)] as const),
  ...contributions.map(({ scopeName, path }) => [scopeName, join(root, path)] as const),
]);

const loadGrammar = (scope: string): Promise<IRawGrammar | null> => {
  const path = paths.get(scope);
  return Promise.resolve(path === undefined ? null : parseRawGrammar(readFileSync(path, 'utf8'), path));
};

const createRegistry = async (): Promise<Registry> => {
  await loadWASM(readFileSync(modules.resolve('vscode-oniguruma/release/onig.wasm')));
  return new Registry({
    onigLib: Promise.resolve({ createOnigScanner: (patterns) => new OnigScanner(patterns), createOnigString: (text) => new OnigString(text) }),
    loadGrammar,
    getInjections: (scope) => contributions.filter(({ injectTo }) => injectTo.includes(scope)).map(({ scopeName }) => scopeName),
  });
};

/** Under each line what our grammars scope in it. */
const describeTokens = async (text: string): Promise<string> => {
  const grammar = await (await createRegistry()).loadGrammar('text.html.markdown');
  if (grammar === null) throw new Error('there is no grammar of Markdown');
  let state = INITIAL;
  const lines = text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    const own = tokens.map(({ startIndex, endIndex, scopes }) => ({ startIndex, endIndex, names: scopes.filter((scope) => scope.endsWith('.brieflint')) })).filter(({ names }) => names.length > 0);
    return [`>${line}`, ...own.map(({ startIndex, endIndex, names }) => `#${' '.repeat(startIndex)}${'^'.repeat(endIndex - startIndex)} ${names.join(' ')}`)];
  });
  return `${lines.join('\n')}\n`;
};

describe('the grammars', () => {
  it('scope what is ours in a brief', async () => {
    await expect(await describeTokens(readFileSync(join(import.meta.dirname, 'brief.md'), 'utf8'))).toMatchFileSnapshot('brief.md.snap');
  });

  it('are those of the manifest, under names of their own', () => {
    for (const { scopeName, path } of contributions) {
      const { scopeName: own } = JSON.parse(readFileSync(join(root, path), 'utf8')) as { readonly scopeName: string };
      expect(own).toBe(scopeName);
    }
    expect(contributions.length).toBeGreaterThan(0);
  });
});
