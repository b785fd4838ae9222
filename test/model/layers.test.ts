import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Of the core, each folder may import those before it. */
const coreFolders = ['text', 'syntax', 'profiles', 'model', 'library', 'workspace', 'lint', 'rules', 'features'];

/** Only these know both the core and a door. */
const mains = ['server/src/node.ts', 'server/src/browser.ts', 'server/src/cli.ts', 'server/src/generate.ts'];

/** Types that a lower folder may look up at. */
const typeOnlyExceptions = ['profiles -> lint/severity'];

interface Import {
  readonly from: string;
  /** A path in the repository without its ending, or the name of a package. */
  readonly to: string;
  readonly isTypeOnly: boolean;
}

const sourceFiles = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((name) => name.endsWith('.ts'))
    .sort();

const importsOf = (from: string): Import[] => {
  const statements = readFileSync(join(root, from), 'utf8').matchAll(/^(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm);
  return [...statements].map(([, type, named = '', bare = named, dynamic = bare]) => ({
    from,
    to: dynamic.startsWith('.') ? posix.join(dirname(from), dynamic) : dynamic,
    isTypeOnly: type !== undefined,
  }));
};

const imports = [...sourceFiles('server/src'), ...sourceFiles('client/src')].flatMap(importsOf);

const show = ({ from, to }: Import): string => `${from} imports ${to}`;

const coreFolderOf = (path: string): string | undefined => /^server\/src\/core\/([^/]+)\//.exec(path)?.[1];

/** Of the server outside the core: doors above settings and host. */
const doorOf = (path: string): string | undefined => /^server\/src\/(lsp|cli)\//.exec(path)?.[1];

const isAgainstTheOrder = ({ from, to, isTypeOnly }: Import): boolean => {
  const folder = coreFolderOf(from);
  const imported = coreFolderOf(to);
  if (folder === undefined || imported === undefined) return false;
  const target = to.slice('server/src/core/'.length);
  if (isTypeOnly && typeOnlyExceptions.includes(`${folder} -> ${target}`)) return false;
  return coreFolders.indexOf(imported) > coreFolders.indexOf(folder);
};

describe('layers', () => {
  it('finds imports at all', () => {
    expect(imports.filter(({ from }) => coreFolderOf(from) !== undefined).length).toBeGreaterThan(20);
  });

  it('knows every folder of the core', () => {
    const folders = new Set(sourceFiles('server/src/core').map(coreFolderOf));
    expect([...folders].filter((folder) => folder === undefined || !coreFolders.includes(folder))).toEqual([]);
  });

  it('point down inside the core', () => {
    expect(imports.filter(isAgainstTheOrder).map(show)).toEqual([]);
  });

  it('of values go round in no circle', () => {
    const next = new Map<string, string[]>();
    for (const { from, to, isTypeOnly } of imports) if (!isTypeOnly) next.set(from, [...(next.get(from) ?? []), `${to}.ts`]);
    const done = new Set<string>();
    const circles: string[] = [];
    const follow = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      if (path.includes(file) || done.has(file)) return;
      for (const other of next.get(file) ?? []) follow(other, [...path, file]);
      done.add(file);
    };
    for (const file of next.keys()) follow(file, []);
    expect(circles).toEqual([]);
  });

  it('keep the core free of Node, VS Code and everything above it', () => {
    const isForbidden = ({ from, to }: Import): boolean =>
      coreFolderOf(from) !== undefined && (to.startsWith('node:') || to.startsWith('vscode') || (to.startsWith('server/') && coreFolderOf(to) === undefined));
    expect(imports.filter(isForbidden).map(show)).toEqual([]);
  });

  it('keep the two doors apart, and settings and host below them', () => {
    const isForbidden = ({ from, to }: Import): boolean => {
      const door = doorOf(to);
      return door !== undefined && from.startsWith('server/') && doorOf(from) !== door && !mains.includes(from);
    };
    expect(imports.filter(isForbidden).map(show)).toEqual([]);
  });

  it('let the client see the protocol and data of the core only', () => {
    const isForbidden = ({ from, to }: Import): boolean =>
      from.startsWith('client/') && to.startsWith('server/') && to !== 'server/src/protocol' && coreFolderOf(to) !== 'profiles';
    expect(imports.filter(isForbidden).map(show)).toEqual([]);
  });
});
