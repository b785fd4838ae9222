/** What `.gitignore` files leave out, as git reads them. */
import picomatch from 'picomatch';

/** Decides about a path relative to the folder of the `.gitignore`; undefined where no line speaks of it. */
export type IgnoreRules = (path: string, isFolder: boolean) => boolean | undefined;

export const parseIgnoreRules = (text: string): IgnoreRules => {
  const rules = text.split(/\r?\n/).flatMap(parseLine).reverse();
  return (path, isFolder) => rules.find((rule) => (isFolder || !rule.onlyFolders) && rule.matches(path))?.ignores;
};

interface IgnoreRule {
  readonly ignores: boolean;
  readonly onlyFolders: boolean;
  readonly matches: (path: string) => boolean;
}

const parseLine = (line: string): readonly IgnoreRule[] => {
  const written = line.replace(/(?<!\\)[ \t]+$/, '');
  if (written === '' || written.startsWith('#')) return [];
  const ignores = !written.startsWith('!');
  const pattern = written.replace(/^!/, '').replace(/^\\([#!])/, '$1');
  const onlyFolders = pattern.endsWith('/');
  const bare = pattern.replace(/\/+$/, '');
  if (bare === '') return [];
  // A slash at the start or in the middle ties the pattern to this folder; without one it holds at any depth.
  const glob = bare.includes('/') ? bare.replace(/^\//, '') : `**/${bare}`;
  return [{ ignores, onlyFolders, matches: matcherOf(glob) }];
};

/** Only `*`, `?`, `[…]` and `**` are special in git; braces, brackets of alternatives and `!(…)` are not. */
const matcherOf = (glob: string): ((path: string) => boolean) => picomatch(glob, { dot: true, nobrace: true, noextglob: true, nonegate: true });
