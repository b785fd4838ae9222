/** Serves VS Code for the web with our extension built in and the tests to run, from folders of this computer. */
import { once } from 'node:events';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const contentTypes = {
  '.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.md': 'text/markdown',
  '.mjs': 'text/javascript', '.png': 'image/png', '.svg': 'image/svg+xml', '.ttf': 'font/ttf', '.wasm': 'application/wasm',
};

/** `folders`: `{ editor, brieflint, testbed, tests }`. Gives `{ address, stop }`. */
export const startWebHost = async (folders) => {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname === '/') return respond(response, 200, 'text/html', page(request.headers.host));
    return sendFile(response, findFile(folders, decodeURIComponent(pathname)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return { address: `http://localhost:${server.address().port}/`, stop };
};

const findFile = (folders, pathname) => {
  const path = normalize(pathname);
  // VS Code looks for an extension host by the extension that the tests lie in, so they must seem to lie in the testbed.
  const places = { '/testbed/tests/': folders.tests, '/testbed/': folders.testbed, '/brieflint/': folders.brieflint, '/editor/': folders.editor };
  const prefix = Object.keys(places).find((place) => path.startsWith(place));
  if (prefix === undefined) return undefined;
  const file = join(places[prefix], path.slice(prefix.length));
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
};

const sendFile = (response, file) => {
  if (file === undefined) return respond(response, 404, 'text/plain', 'not found');
  response.writeHead(200, { 'Content-Type': contentTypes[extname(file)] ?? 'application/octet-stream', 'Access-Control-Allow-Origin': '*' });
  return createReadStream(file).pipe(response);
};

const respond = (response, status, contentType, body) => response.writeHead(status, { 'Content-Type': contentType }).end(body);

/** What the workbench's start-up script looks for in `window.product`. */
const configuration = (host) => {
  const uri = (path) => ({ scheme: 'http', authority: host, path });
  return {
    folderUri: { scheme: 'tmp', path: '/workspace' },
    additionalBuiltinExtensions: [uri('/brieflint')],
    developmentOptions: { extensions: [uri('/testbed')], extensionTestsPath: uri('/testbed/tests/web-suite.js') },
    configurationDefaults: { 'security.workspace.trust.enabled': false, 'workbench.startupEditor': 'none', 'telemetry.telemetryLevel': 'off' },
    productConfiguration: { enableTelemetry: false },
  };
};

const page = (host) => `<!DOCTYPE html>
<html>
<head>
  <meta charset="utf-8">
  <link data-name="vs/workbench/workbench.web.main" rel="stylesheet" href="/editor/out/vs/workbench/workbench.web.main.css">
</head>
<body aria-label=""></body>
<script>window.product = ${JSON.stringify(configuration(host))};</script>
<script src="/editor/out/vs/loader.js"></script>
<script src="/editor/out/vs/webPackagePaths.js"></script>
<script>
  for (const [name, file] of Object.entries(self.webPackagePaths)) self.webPackagePaths[name] = location.origin + '/editor/node_modules/' + name + '/' + file;
  require.config({
    baseUrl: location.origin + '/editor/out',
    recordStats: true,
    trustedTypesPolicy: window.trustedTypes?.createPolicy('amdLoader', { createScriptURL: (value) => value }),
    paths: self.webPackagePaths,
  });
</script>
<script src="/editor/out/vs/workbench/workbench.web.main.nls.js"></script>
<script src="/editor/out/vs/workbench/workbench.web.main.js"></script>
<script src="/editor/out/vs/code/browser/workbench/workbench.js"></script>
</html>
`;
