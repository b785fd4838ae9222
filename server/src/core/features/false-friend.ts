import type { FalseFriend } from '../text/citation';

/** What something is that only looks like a citation, in one sentence. */
export const explainFalseFriend = ({ kind, name, year }: FalseFriend): string => {
  switch (kind) {
    case 'instrument-year':
      return `${year ?? 'This'} is the year of ${withArticle(nounOf(name))}, not a source: to rest a statement on ${name}, cite it`;
    case 'event-year':
      return `${year ?? 'This'} is when it happened, not a source`;
    case 'credit':
      return 'A credit for a picture or text, not a source of facts';
    case 'acronym':
      return `Introduces the short form ${name}, not a source`;
    case 'unit':
      return 'A unit or value, not a source';
    case 'locator':
      return 'A place in a text, without the name of a source';
    case 'handle':
      return `${name} is taken for somebody's handle: the brief has no bibliography in which it could be a key`;
    case 'cross-reference':
      return `${name} is a label in this document, not a source`;
  }
};

const instrumentNouns: ReadonlySet<string> = new Set(
  'act bill law ordinance order rules regulation regulations directive code charter policy framework strategy plan programme program vision agenda roadmap declaration agreement treaty convention protocol accord resolution constitution amendment budget standard decree statute'.split(' '),
);

/** "act" of "AI Act". */
const nounOf = (name: string): string => {
  const words = name.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.findLast((word) => instrumentNouns.has(word)) ?? 'law or plan';
};

const withArticle = (noun: string): string => {
  if (noun.endsWith('s')) return noun;
  return `${/^[aeiou]/u.test(noun) ? 'an' : 'a'} ${noun}`;
};
