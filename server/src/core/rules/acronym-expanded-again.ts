import { initialsAsWritten, isRunningText, partAt, placedDefinitions, placesOfInitials, type PlacedDefinition } from '../lint/acronym-places';
import { defineRule, type Edit, type RuleFinding } from '../lint/rule';
import type { Brief, Sentence } from '../model/brief';
import { citationsByPlace, sentencesByPlace } from '../model/by-place';
import { overlaps, spanOf, type Span } from '../text/span';

export const acronymExpandedAgain = defineRule({
  meta: {
    name: 'acronym-expanded-again',
    group: 'style',
    title: 'Full name written out although its acronym is defined',
    levels: { again: 'hint' },
    fix: 'suggestion',
    options: { minimumUses: { type: 'number', default: 2, description: 'An acronym used less often after its definition may as well be written out.' } },
    docs: {
      what: 'A full name that is written out again in the summary, the body or an annex after its acronym was defined there and taken into use.',
      why: 'Two ways to say one thing read like two things, and the acronym was defined to save the words.',
      how: 'Write the acronym. If the full name reads better throughout, take the acronym out.',
      limits: [
        'Summary, body and each annex expand an acronym once, and so does each chapter of a brief of more than 5,000 words.',
        'Headings, tables, quotations, citations, notes and references are left alone, and so is a name that is part of a longer one.',
        'Reported once for each acronym and part of the brief, at the first place; the fix changes all of them.',
      ],
      authority: 'United Nations Editorial Manual; Australian Government Style Manual',
      flagged: [{ text: 'The North Water Users Board (NWUB) grants licences. The NWUB is slow, for the NWUB has no staff. Farmers sue the North Water Users Board.' }],
      clean: [{ text: 'The North Water Users Board (NWUB) grants licences. The NWUB is slow, for the NWUB has no staff. Farmers sue the NWUB.' }],
    },
  },
  *check({ brief, options }) {
    const minimum = typeof options['minimumUses'] === 'number' ? options['minimumUses'] : 2;
    const seen = new Set<string>();
    for (const definition of placedDefinitions(brief)) {
      const key = `${definition.part}\n${definition.acronym}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (usesAfter(brief, definition) < minimum) continue;
      const finding = findingOf(brief, definition, writtenOut(brief, definition));
      if (finding) yield finding;
    }
  },
});

const usesAfter = (brief: Brief, { acronym, span, part }: PlacedDefinition): number =>
  placesOfInitials(brief, acronym).filter((place) => place.start > span.end && partAt(brief, place.start) === part && !brief.acronymDefinitions.some((other) => overlaps(other.span, place))).length;

interface WrittenOut {
  readonly span: Span;
  readonly isPlural: boolean;
}

/** Places of the full name after its definition, in the same part. */
function writtenOut(brief: Brief, { expansion, span, part }: PlacedDefinition): readonly WrittenOut[] {
  const found: WrittenOut[] = [];
  for (const match of brief.text.slice(span.end).matchAll(namePattern(expansion))) {
    const place = spanOf(span.end + match.index, span.end + match.index + match[0].length);
    const sentence = sentencesByPlace(brief).firstOver(place);
    if (!sentence || !isRunningText(brief, sentence) || partAt(brief, place.start) !== part || isForeign(brief, sentence, place)) continue;
    if (!isPartOfName(brief.text, place, expansion)) found.push({ span: place, isPlural: match[1] !== undefined });
  }
  return found;
}

const isForeign = (brief: Brief, sentence: Sentence, place: Span): boolean =>
  citationsByPlace(brief).overlapping(place).some(({ style }) => style !== 'link') || sentence.quotations.some((quotation) => overlaps(quotation.span, place)) || brief.acronymDefinitions.some((other) => overlaps(other.span, place));

const namePattern = (expansion: string): RegExp => {
  const words = expansion.split(/[\s-]+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/['’]/g, "['’]"));
  return new RegExp(String.raw`(?<![\p{L}\p{N}-])${words.join(String.raw`[\s-]`)}(s)?(?![\p{L}\p{N}-])`, 'giu');
};

/** "State Bank of Pakistan Act", "Federal Board of Revenue House": a capital beside a name makes another name of it. Words in small letters are just words. */
function isPartOfName(text: string, { start, end }: Span, expansion: string): boolean {
  const after = text.slice(end, end + 12);
  if (/^\s(?:of|for|on)\s(?:the\s)?\p{Lu}/u.test(after) || /^\s?[(&]/.test(after)) return true;
  // "OD (origin-destination) pairs", "OD = origin-destination": an explanation again, in another form.
  if (/[(=]\s?$/.test(text.slice(Math.max(0, start - 3), start))) return true;
  if (!/^\p{Lu}/u.test(expansion)) return false;
  return /^\s\p{Lu}/u.test(after) || /(?<![.!?:]\s)\p{Lu}[\p{L}-]+\s$/u.test(text.slice(Math.max(0, start - 20), start).replace(/(?:^|\s)The\s$/u, ' the '));
}

function findingOf(brief: Brief, definition: PlacedDefinition, places: readonly WrittenOut[]): RuleFinding | undefined {
  const [first] = places;
  if (!first) return undefined;
  const { acronym, span } = definition;
  const count = places.length === 1 ? '' : ` ${String(places.length)} times`;
  return {
    span: first.span,
    level: 'again',
    message: `"${acronym}" is in use, and its full name is written out again${count}`,
    related: [{ span, message: `"${acronym}" is defined here` }],
    fixes: [{ title: `Replace by "${acronym}"${count === '' ? '' : ` (${String(places.length)} places)`}`, safe: false, edits: places.map((place) => replacement(brief, definition, place)) }],
  };
}

function replacement(brief: Brief, definition: PlacedDefinition, { span, isPlural }: WrittenOut): Edit {
  const written = initialsAsWritten(brief, definition);
  const newText = isPlural && !/\p{Lu}s$/u.test(written) ? `${written}s` : written;
  const article = /(?<!\p{L})[Tt]he\s$/u.exec(brief.text.slice(Math.max(0, span.start - 5), span.start))?.[0];
  const isBare = article !== undefined && usesWithArticle(brief, definition) === 0;
  return { span: isBare ? spanOf(span.start - article.length, span.end) : span, newText };
}

/** "The UNICEF" is wrong, "the SBP" right: the brief's own uses tell. */
const usesWithArticle = (brief: Brief, { acronym, acronymSpan }: PlacedDefinition): number =>
  placesOfInitials(brief, acronym).filter((place) => place.start !== acronymSpan.start && /(?<!\p{L})[Tt]he\s$/u.test(brief.text.slice(Math.max(0, place.start - 5), place.start))).length;
