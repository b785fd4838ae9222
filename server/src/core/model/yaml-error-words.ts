import type { YAMLError } from 'yaml';

/** What is wrong, in the words of somebody who has never heard of flow sequences and implicit keys. */
export function describeYamlError({ code, message, pos }: YAMLError, source: string): string {
  const at = pos[0];
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'a tab stands where only spaces may stand';
    case 'BAD_INDENT':
    case 'MISSING_CHAR':
      return describeUnclosed(message) ?? (code === 'BAD_INDENT' ? 'a line does not begin in the column of the lines it belongs to' : 'a colon is missing behind a key');
    case 'BLOCK_AS_IMPLICIT_KEY':
      // Either the value itself has a colon, or the line below is set in and so read as the value's second.
      return /^[^\n]*:(?:\s|$)/.test(source.slice(at)) ? 'a value with a colon in it needs quotation marks' : 'a line is set in that belongs to no key above';
    case 'MULTILINE_IMPLICIT_KEY':
      return 'a line has no colon between key and value';
    case 'BAD_SCALAR_START':
      return `a value that begins with "${source.charAt(at)}" needs quotation marks`;
    case 'DUPLICATE_KEY':
      return `"${/^[^\s:]+/.exec(source.slice(at, at + 60))?.[0] ?? ''}" is set twice`;
    case 'UNEXPECTED_TOKEN':
      return `"${/^\S+/.exec(source.slice(at, at + 40))?.[0] ?? ''}" has no place here`;
    default:
      return message.split('\n')[0]?.replace(/ at line \d+.*$/, '').replace(/[.:\s]+$/, '') ?? message;
  }
}

/** The library names the mark that it waited for. */
function describeUnclosed(message: string): string | undefined {
  if (message.endsWith(']')) return 'a bracket "[" is not closed';
  if (message.endsWith('}')) return 'a brace "{" is not closed';
  return message.includes('quote') ? 'a quotation mark is not closed' : undefined;
}
