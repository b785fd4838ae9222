/**
 * One expression for a list of plain phrases: whole words only, any case, any white space between words, straight and curly
 * apostrophes alike. The longest phrase wins.
 */
export function phrasePattern(phrases: readonly string[], flags = 'giu'): RegExp {
  const sources = [...phrases].sort((a, b) => b.length - a.length).map(toSource);
  return new RegExp(String.raw`(?<![\p{L}\p{N}_-])(?:${sources.join('|')})(?![\p{L}\p{N}_-])`, flags);
}

const toSource = (phrase: string): string =>
  phrase
    .replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replace(/ /g, String.raw`\s+`)
    .replace(/'/g, "['’]");
