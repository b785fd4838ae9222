import { isMap, parseDocument } from 'yaml';

/** Replace `start..end` (UTF-16 offsets) with `newText`. */
export interface FrontMatterEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

const frontMatter = /^---[ \t]*\r?\n(?<yaml>(?:(?!---[ \t]*\r?$|\.\.\.[ \t]*\r?$).*\r?\n)*)(?:---|\.\.\.)[ \t]*\r?$/m;

/**
 * Writes `brieflint: profile:` into a text's front matter, which is made where there is none. Comments and the other keys stay.
 * Undefined: the front matter is no valid YAML mapping, so nobody but its writer should touch it.
 */
export const setProfile = (text: string, profile: string): FrontMatterEdit | undefined => {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const found = findFrontMatter(text);
  if (found === undefined) {
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    return { start, end: start, newText: ['---', 'brieflint:', `  profile: ${profile}`, '---', '', ''].join(lineEnd) };
  }
  const document = parseDocument(found.yaml);
  if (document.errors.length > 0 || !(document.contents === null || isMap(document.contents))) return undefined;
  if (!isMap(document.get('brieflint'))) document.set('brieflint', document.createNode({}));
  document.setIn(['brieflint', 'profile'], profile);
  const written = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return { start: found.start, end: found.start + found.yaml.length, newText: written.replace(/\r?\n/g, lineEnd) };
};

const findFrontMatter = (text: string): { readonly start: number; readonly yaml: string } | undefined => {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const match = frontMatter.exec(text.slice(start));
  const yaml = match?.groups?.['yaml'];
  if (match?.index !== 0 || yaml === undefined) return undefined;
  return { start: start + match[0].indexOf('\n') + 1, yaml };
};
