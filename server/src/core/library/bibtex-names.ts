import { decodeLatex } from './latex-text';
import type { ReferenceName } from './reference';
import { bodyName, looksLikeBody, OTHERS, personName } from './reference-names';

/** The names of a BibTeX field: "Khan, Ali and van der Berg, Anna and {World Bank} and others". */
export function parseBibtexNames(field: string): readonly ReferenceName[] {
  const names: ReferenceName[] = [];
  for (const written of splitAtDepth(field, AND)) {
    const name = parseName(written.trim());
    if (name !== null) names.push(name);
  }
  return names;
}

const AND = /\s+and(?=\s)/iuy;
const COMMA = /,/uy;

/** Parts of `text` between separators that stand outside all braces. */
function splitAtDepth(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const mark = text.charCodeAt(at);
    if (mark === 92) at++;
    else if (mark === 123) depth++;
    else if (mark === 125) depth = Math.max(0, depth - 1);
    else if (depth === 0 && (mark === 44 || mark === 32 || (mark >= 9 && mark <= 13))) {
      // The second of two spaces in a row cannot begin a separator that the first did not.
      if (mark !== 44 && at > start && /\s/u.test(text.charAt(at - 1))) continue;
      separator.lastIndex = at;
      const match = separator.exec(text);
      if (match === null) continue;
      parts.push(text.slice(start, at));
      start = at + match[0].length;
      at = start - 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

function parseName(written: string): ReferenceName | null {
  const bare = written.replace(/^(?:and\s+)+|\s+and$|^[,;\s]+|[,;\s]+$/giu, '');
  if (bare === '') return null;
  if (/^(?:\{?others\}?|et\.? al\.?)$/iu.test(bare)) return OTHERS;
  if (isWholeBraced(bare)) return bodyName(decodeLatex(bare));
  const extended = parseExtended(bare);
  if (extended !== null) return extended;
  const parts = splitAtDepth(bare, COMMA).map((part) => part.trim());
  if (parts.length > 1) return fromCommas(parts);
  return fromWords(bare);
}

/** `{World Bank}`: one pair of braces around all of it. */
function isWholeBraced(name: string): boolean {
  if (!name.startsWith('{') || !name.endsWith('}')) return false;
  let depth = 0;
  for (let at = 0; at < name.length; at++) {
    const mark = name.charAt(at);
    if (mark === '\\') at++;
    else if (mark === '{') depth++;
    else if (mark === '}' && --depth === 0) return at === name.length - 1 && !/^\{\\[^a-zA-Z]|^\{\\[a-zA-Z]{1,2}[\s{]/u.test(name);
  }
  return false;
}

/** BibLaTeX: "family=Berg, given=Anna, prefix=van der". */
function parseExtended(name: string): ReferenceName | null {
  if (!/^\{?["{]?\s*(?:family|given|prefix|suffix)\s*=/iu.test(name)) return null;
  const fields = new Map(splitAtDepth(name, COMMA).map((part) => splitOnce(part, '=')));
  const family = [fields.get('prefix'), fields.get('family')].filter((part) => part !== undefined && part !== '').join(' ');
  const given = [fields.get('given'), fields.get('suffix')].filter((part) => part !== undefined && part !== '').join(', ');
  return family === '' ? null : personName(family, given);
}

const splitOnce = (part: string, mark: string): readonly [string, string] => {
  const at = part.indexOf(mark);
  return [part.slice(0, at).trim().toLowerCase().replace(/[{"]/gu, ''), decodeLatex(part.slice(at + 1).replace(/^\s*"|"\s*$/gu, ''))];
};

/** "von Last, First" and "von Last, Jr, First". */
function fromCommas(parts: readonly string[]): ReferenceName {
  const [family = '', second = '', third] = parts;
  const plainFamily = decodeLatex(family);
  if (third === undefined) return second === '' ? bodyName(plainFamily) : personName(plainFamily, decodeLatex(second));
  return isSuffix(second) || parts.length > 3 ? personName(plainFamily, joined(third, second)) : personName(plainFamily, isSuffix(third) ? joined(second, third) : joined(third, second));
}

const isSuffix = (part: string): boolean => /^\{?(?:Jr|Sr|I{2,3}|IV)\.?\}?$/iu.test(part);
const joined = (given: string, suffix: string): string => [decodeLatex(given), decodeLatex(suffix)].filter((part) => part !== '').join(', ');

/** "First von Last": the family name begins at the first small word, else it is the last one. */
function fromWords(name: string): ReferenceName {
  const plain = decodeLatex(name);
  if (looksLikeBody(plain)) return bodyName(plain);
  const words = splitAtDepth(name, /\s+|~/uy).map(decodeLatex).filter((word) => word !== '');
  const last = words.length - 1;
  if (last <= 0) return personName(plain, null);
  const suffix = last >= 2 && isSuffix(words[last] ?? '') ? words[last] : undefined;
  const end = suffix === undefined ? last : last - 1;
  const particle = words.findIndex((word, index) => index > 0 && index < end && /^\p{Ll}/u.test(word));
  const start = particle > 0 ? particle : /^\p{Ll}/u.test(words[0] ?? '') ? 0 : end;
  const given = words.slice(0, start).join(' ');
  return personName(words.slice(start, end + 1).join(' '), suffix === undefined ? given : `${given}, ${suffix}`);
}
