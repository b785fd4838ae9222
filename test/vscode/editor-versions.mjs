/** The one place that pins the editors under test. All come from the npm registry. */
export const editorVersions = {
  // VS Code 1.139.1: its server and its workbench.
  codeServer: '4.139.1',
  // It needs a newer Node than this project does.
  node: '24.21.0',
  // VS Code for the web, at the oldest version that the extension supports.
  web: '1.91.1',
};
