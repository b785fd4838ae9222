// Bundles everything into dist/. `--production`: minified, without source maps; that is what the .vsix carries.
import { build } from 'esbuild';
import { chmodSync } from 'node:fs';

const isProduction = process.argv.includes('--production');

const common = {
  bundle: true,
  minify: isProduction,
  sourcemap: !isProduction,
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
};

const forNode = { ...common, platform: 'node', format: 'cjs', target: 'node20', external: ['vscode'] };

// Without "worker" the packages that know a DOM variant take it, and the server dies with "document is not defined".
const forBrowser = { ...common, platform: 'browser', conditions: ['worker', 'browser'], define: { global: 'globalThis' } };

const bundles = [
  { ...forNode, entryPoints: { extension: 'client/src/extension.ts', server: 'server/src/node.ts', generate: 'server/src/generate.ts', train: 'server/src/train.ts' }, outdir: 'dist' },
  // The reader of PDFs, loaded when the first one is met.
  { ...forNode, entryPoints: { pdf: 'server/src/pdf.ts' }, outdir: 'dist' },
  // Without a window it takes the worker for one of its own, and answers the messages that are meant for us.
  { ...forBrowser, define: { ...forBrowser.define, window: 'globalThis' }, format: 'iife', globalName: 'brieflintPdf', entryPoints: { pdf: 'server/src/pdf.ts' }, outdir: 'dist/browser' },
  { ...forNode, entryPoints: { cli: 'server/src/cli.ts' }, outdir: 'dist', banner: { js: '#!/usr/bin/env node' } },
  { ...forBrowser, format: 'cjs', external: ['vscode'], entryPoints: { extension: 'client/src/browser.ts' }, outdir: 'dist/browser' },
  { ...forBrowser, format: 'iife', entryPoints: { server: 'server/src/browser.ts' }, outdir: 'dist/browser' },
  // The suites of the extension host. Mocha has a build for each of the two hosts; the one for Node stays outside the bundle.
  { ...forNode, minify: false, external: ['vscode', 'mocha'], entryPoints: { suite: 'test/vscode/suite/run-in-node.ts' }, outdir: 'dist/test' },
  { ...forBrowser, minify: false, format: 'cjs', external: ['vscode'], entryPoints: { 'web-suite': 'test/vscode/suite/run-in-worker.ts' }, outdir: 'dist/test' },
];

await Promise.all(bundles.map((options) => build(options)));
chmodSync('dist/cli.js', 0o755);
