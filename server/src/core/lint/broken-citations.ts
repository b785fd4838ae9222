/** Citations whose parts stand in the wrong order, so that they are not read as citations: "(2024, World Bank)", "World Bank, (2025)", "(World Bank, 2025." */
import { authorsOf, namesOfBody } from '../library/cited-names';
import type { Library } from '../library/library';
import type { Brief } from '../model/brief';
import { citationsByPlace } from '../model/by-place';
import { sentencesWhere } from '../model/sentences-where';
import { spanOf, type Span } from '../text/span';
import type { Edit, RuleFinding } from './rule';

/** Text with a way back to its place. */
interface Stretch {
  readonly text: string;
  readonly toSource: (offset: number) => number;
}

interface BrokenForm {
  /** In the stretch. */
  readonly span: Span;
  readonly message: string;
  readonly title: string;
  /** Only the comma goes without asking: brackets may close later, and what stands first may be meant to. */
  readonly isSafe: boolean;
  readonly edit: { readonly span: Span; readonly newText: string };
}

export function* findBrokenForms(brief: Brief, library: Library): Iterable<RuleFinding> {
  let known: IsKnown | undefined;
  const isKnown: IsKnown = (name) => (known ??= knownAuthors(brief, library))(name);
  for (const { text, toSource } of stretchesOf(brief)) {
    const place = (span: Span): Span => spanOf(toSource(span.start), span.end > span.start ? toSource(span.end - 1) + 1 : toSource(span.start));
    for (const form of [...yearFirst(text, isKnown), ...commaBeforeBracket(text, isKnown), ...unclosed(text, isKnown)]) {
      const span = place(form.span);
      // The words must stand in the source as they are read: markup between them is not ours to move.
      if (brief.text.slice(span.start, span.end) !== text.slice(form.span.start, form.span.end)) continue;
      if (citationsByPlace(brief).overlapping(span).some(({ style }) => style === 'parenthetical')) continue;
      const edit: Edit = { span: place(form.edit.span), newText: form.edit.newText };
      yield { span, level: 'form', message: form.message, fixes: [{ title: form.title, safe: form.isSafe, edits: [edit] }] };
    }
  }
}

const stretchesOf = (brief: Brief): readonly Stretch[] => [
  ...withYears(brief),
  ...brief.sourceLines.filter(({ span }) => mayBeBroken(brief.text.slice(span.start, span.end))).map(({ span }) => ({ text: brief.text.slice(span.start, span.end), toSource: (offset: number) => span.start + offset })),
];

const withYears = sentencesWhere(({ text }) => mayBeBroken(text));

/** Whoever the words name. */
const mayBeBroken = (text: string): boolean => /[12]\d{3}/.test(text) && [yearFirst, commaBeforeBracket, unclosed].some((find) => find(text, () => true).length > 0);

type IsKnown = (name: string) => boolean;

/** A body or person that the list has, that is cited elsewhere in right form, or that the shipped table knows. */
const knownAuthors = (brief: Brief, library: Library): IsKnown => {
  const { aliases } = brief;
  const cited = brief.citations.flatMap(({ works }) => works.flatMap(({ author }) => author ?? []));
  const listed = library.references.flatMap((reference) => authorsOf(reference).slice(0, 1).flatMap(({ family }) => namesOfBody(family)));
  const classes = new Set([...cited, ...listed].map((name) => aliases.classOf(name)));
  return (name) => /\p{L}{2}/u.test(name) && (classes.has(aliases.classOf(name)) || aliases.namesOf(aliases.classOf(name)).length > 0);
};

const yearFirstPattern = /\(((?:19|20)\d\d[a-z]?),\s((?:the\s)?\p{L}[^()[\];,:\d]{1,80})\)/gu;

const yearFirst = (text: string, isKnown: IsKnown): readonly BrokenForm[] =>
  [...text.matchAll(yearFirstPattern)]
    .filter((match) => isKnown(match[2] ?? ''))
    .map((match) => {
      const span = spanOf(match.index, match.index + match[0].length);
      const right = `(${match[2] ?? ''}, ${match[1] ?? ''})`;
      return { span, message: `The year stands before the name in "${match[0]}"`, title: `Change to "${right}"`, isSafe: false, edit: { span, newText: right } };
    });

const bracketedYear = /,\s?(?=\((?:19|20)\d\d[a-z]?\))/gu;
const longestName = 9;

/** The longest known name that ends at the comma. */
const commaBeforeBracket = (text: string, isKnown: IsKnown): readonly BrokenForm[] =>
  [...text.matchAll(bracketedYear)].flatMap((match) => {
    const starts = [...text.slice(Math.max(0, match.index - 120), match.index).matchAll(/(?<![\p{L}\p{N}&'’-])\p{Lu}/gu)].map(({ index }) => Math.max(0, match.index - 120) + index);
    const start = starts.slice(-longestName).find((at) => !/[.;:()]/u.test(text.slice(at, match.index)) && isKnown(text.slice(at, match.index)));
    if (start === undefined) return [];
    const end = match.index + match[0].length + text.slice(match.index + match[0].length).indexOf(')') + 1;
    const comma = spanOf(match.index, match.index + match[0].length);
    return [{ span: spanOf(start, end), message: `A comma stands between name and bracket in "${text.slice(start, end)}"`, title: 'Remove the comma', isSafe: true, edit: { span: comma, newText: ' ' } }];
  });

const unclosedPattern = /\(((?:the\s)?\p{Lu}[^()[\];:\d]{1,80}?),?\s((?:19|20)\d\d[a-z]?)(?=[.!?]?\s*$)/gu;

const unclosed = (text: string, isKnown: IsKnown): readonly BrokenForm[] =>
  [...text.matchAll(unclosedPattern)]
    .filter((match) => isKnown(match[1] ?? ''))
    .map((match) => {
      const end = match.index + match[0].length;
      return { span: spanOf(match.index, end), message: `The bracket of "${match[0]}" is not closed`, title: 'Close the bracket', isSafe: false, edit: { span: spanOf(match.index, end), newText: `${match[0]})` } };
    });
