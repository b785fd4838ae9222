import { initialsAsWritten, placedDefinitions, type PlacedDefinition } from '../lint/acronym-places';
import { wordsOf } from '../lint/body-words';
import { shorten } from '../lint/message-words';
import { defineRule, type RuleFinding } from '../lint/rule';
import { stemOf } from '../lint/word-stems';
import type { Brief } from '../model/brief';

export const acronymDefinedTwice = defineRule({
  meta: {
    name: 'acronym-defined-twice',
    group: 'style',
    title: 'Acronym that is defined a second time',
    levels: { again: 'hint', differently: 'information' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'An acronym is expanded in brackets more than once in the summary, in the body or in one annex; or it stands for two things.',
      why: 'A second definition makes readers wonder whether another body is meant. Two meanings make every later use of the acronym unclear.',
      how: 'Define the acronym where it comes first and use it alone from there on. Give one of two things with the same initials another short name.',
      limits: [
        'Summary, body and each annex may define an acronym once, and so may each chapter of a brief of more than 5,000 words.',
        'Definitions in quotations, citations, tables, notes, headings, references and lists of abbreviations do not count.',
        'Two expansions that share a word are taken for one thing, named two ways.',
      ],
      authority: 'United Nations Editorial Manual; Australian Government Style Manual',
      flagged: [{ text: 'The North Water Users Board (NWUB) grants licences. Farmers wait a year. The North Water Users Board (NWUB) is slow.' }],
      clean: [{ text: '## Summary\n\nThe North Water Users Board (NWUB) is slow.\n\n## Analysis\n\nThe North Water Users Board (NWUB) grants licences. Farmers wait a year for the NWUB.' }],
    },
  },
  *check({ brief }) {
    const firstInPart = new Map<string, PlacedDefinition>();
    const first = new Map<string, PlacedDefinition>();
    for (const definition of placedDefinitions(brief)) {
      const { acronym, part } = definition;
      const key = `${part}\n${acronym}`;
      const [before, inPart] = [first.get(acronym), firstInPart.get(key)];
      if (!before) first.set(acronym, definition);
      if (!inPart) firstInPart.set(key, definition);
      if (before && sharedWords(before, definition) === 0) yield differently(definition, before);
      else if (inPart) yield again(brief, definition, inPart);
    }
  },
});

const stemsOf = ({ expansion }: PlacedDefinition): readonly string[] => wordsOf(expansion).map(stemOf);

const sharedWords = (a: PlacedDefinition, b: PlacedDefinition): number => {
  const known = new Set(stemsOf(a).filter((stem) => stem.length > 3));
  return stemsOf(b).filter((stem) => known.has(stem)).length;
};

const differently = ({ acronym, expansion, span }: PlacedDefinition, before: PlacedDefinition): RuleFinding => ({
  span,
  level: 'differently',
  message: `"${acronym}" stands for "${shorten(expansion)}" here and for "${shorten(before.expansion)}" before`,
  related: [{ span: before.span, message: `"${acronym}" stands for "${shorten(before.expansion)}"` }],
});

function again(brief: Brief, definition: PlacedDefinition, before: PlacedDefinition): RuleFinding {
  const { acronym, span } = definition;
  const written = initialsAsWritten(brief, definition);
  // Under another wording it may be another body after all.
  const isSame = stemsOf(definition).join(' ') === stemsOf(before).join(' ');
  return {
    span,
    level: 'again',
    message: `"${acronym}" is defined a second time`,
    related: [{ span: before.span, message: `"${acronym}" is defined here` }],
    fixes: isSame ? [{ title: `Write "${written}" alone`, safe: false, edits: [{ span, newText: written }] }] : [],
  };
}
