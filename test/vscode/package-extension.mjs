/** Builds for production and packs dist/brieflint.vsix. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { isMain, projectFolder } from './paths.mjs';

export const vsixFile = join(projectFolder, 'dist/brieflint.vsix');

export const buildForProduction = () =>
  execFileSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: projectFolder, stdio: 'inherit' });

export const packageExtension = () => {
  buildForProduction();
  const vsce = join(projectFolder, 'node_modules/@vscode/vsce/vsce');
  // No repository is named in package.json, so links in the README cannot be made absolute.
  const options = ['package', '--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository', '--out', vsixFile];
  execFileSync(process.execPath, [vsce, ...options], { cwd: projectFolder, stdio: ['ignore', 'ignore', 'inherit'] });
};

if (isMain(import.meta.url)) {
  packageExtension();
  console.log(vsixFile);
}
