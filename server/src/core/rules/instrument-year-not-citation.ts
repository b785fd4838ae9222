import { defineRule } from '../lint/rule';
import { proposalKeys, standsIn, apparatusKeys } from '../lint/sections';
import { coverageOf } from '../model/claims/claims-of';

export const instrumentYearNotCitation = defineRule({
  meta: {
    name: 'instrument-year-not-citation',
    group: 'citations',
    title: 'Year of a law that looks like a citation',
    levels: { first: 'hint' },
    fix: 'none',
    options: {},
    docs: {
      what: 'A sentence whose only year in brackets belongs to a law, policy or treaty: "the AI Act (2024)". Reported once for each instrument.',
      why: 'It looks like an author-year citation but leads to nothing in a reference list; the reader cannot open what it names.',
      how: 'Cite the instrument by its number or address at its first mention, in brackets or in a footnote, or put it on the list of references.',
      limits: ['Whether a sentence states what the instrument says is not judged.'],
      authority: 'United Nations editorial practice: instruments are cited by number at first mention',
      flagged: [{ text: 'The Clean Rivers Act (2021) bans untreated discharge.' }],
      clean: [{ text: 'The Clean Rivers Act (2021) bans untreated discharge.[^1]\n\n[^1]: Act No. 12 of 2021, s. 4.' }],
    },
  },
  *check({ brief, own }) {
    const covered = brief.sentences.filter((sentence) => sentence.falseFriends.length > 0 && coverageOf(brief, own, sentence) !== null);
    const sourced = new Set<string>(covered.flatMap((sentence) => sentence.falseFriends.map((friend) => keyOf(friend.name))));
    for (const reference of brief.references) sourced.add(keyOf(reference.author ?? ''));
    const seen = new Set<string>(sourced);
    for (const sentence of brief.sentences) {
      if (sentence.falseFriends.length === 0 || sentence.container === 'quote' || sentence.container === 'footnote' || sentence.isQuestion || isCaption.test(sentence.text)) continue;
      if (standsIn(brief, sentence.section, proposalKeys) || standsIn(brief, sentence.section, apparatusKeys)) continue;
      for (const friend of sentence.falseFriends) {
        if (friend.kind !== 'instrument-year' || seen.has(keyOf(friend.name)) || isListed(brief.references, friend.name)) continue;
        seen.add(keyOf(friend.name));
        yield { span: friend.span, level: 'first', message: `"(${friend.year ?? ''})" dates the ${friend.name}, it cites no source` };
      }
    }
  },
});

const isCaption = /^\W*(?:figure|table|chart|graph|box|map|exhibit)\s+[A-Z]?\d/i;

const keyOf = (name: string): string => name.toLowerCase().replace(/^the\s+/, '').trim();

const isListed = (references: readonly { readonly text: string }[], name: string): boolean => references.some((reference) => reference.text.toLowerCase().includes(keyOf(name)));
