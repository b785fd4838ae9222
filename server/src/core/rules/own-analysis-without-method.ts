import { basisBesidePattern, institutionsResultPattern, methodPattern, ownAnalysisPattern } from '../lint/cues/own-analysis';
import { endOfStatement } from '../lint/end-of-statement';
import { findCue, findCues } from '../lint/find-cues';
import { shorten } from '../lint/message-words';
import { namedPublication } from '../lint/named-attributions';
import { patternOfNames } from '../lint/own-results';
import { defineRule, type Fix } from '../lint/rule';
import { standsIn } from '../lint/sections';
import type { Brief, Sentence, SourceLineBlock } from '../model/brief';
import { rememberByBrief } from '../model/remember-by-brief';
import { isSameRun } from '../model/runs';
import type { SectionKey } from '../profiles/section-keys';
import type { Citation } from '../text/citation';
import { BASIS, findOwnWork } from '../text/own-work';
import { type Span, spanOf } from '../text/span';

export const ownAnalysisWithoutMethod = defineRule({
  meta: {
    name: 'own-analysis-without-method',
    group: 'claims',
    title: 'Own results without a word on how they were found',
    levels: { document: 'information' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A brief that presents results of its own ("our analysis shows", "we estimate", "Source: authors\' calculations") and nowhere says from what data or by what method. Reported once, at the first of them.',
      why: 'A result that nobody can follow is an opinion with a figure in it.',
      how: 'Say in a clause what it rests on ("based on the port\'s cargo records for 2024"), add a section on methods, or link to the paper that has it.',
      limits: [
        'Any word on data, samples, models or what the authors did, anywhere in the brief, settles the matter: whether it suffices is not judged.',
        'Beside the result, a citation, a link, a note or the arithmetic itself counts as the basis.',
        'Views ("we believe", "we expect") are no results.',
      ],
      authority: 'UK Government Analysis Function; OECD Style Guide: name the data behind authors\' calculations',
      flagged: [{ text: 'Our analysis shows that fees will double.' }],
      clean: [{ text: 'Our analysis of 40 ports shows that fees will double. We compared their price lists for ten years.' }],
    },
  },
  *check({ brief, own, profile }) {
    if (profile?.mode === 'news' || saysHow(brief)) return;
    const first = findOwnResult(brief, own);
    if (first === undefined) return;
    yield { span: first.span, level: 'document', message: `"${shorten(first.text)}" stands here, and nothing in the brief says from what data or how`, fixes: first.fixes };
  },
});

interface OwnResult {
  readonly span: Span;
  readonly text: string;
  readonly fixes: readonly Fix[];
}

const methods: ReadonlySet<SectionKey> = new Set(['method', 'assumptions']);
const apparatus: ReadonlySet<SectionKey> = new Set(['references', 'further-reading', 'disclosure', 'glossary']);

/** Anywhere: a section on methods, words of method, own work with what it is based on. */
const saysHow = rememberByBrief(
  (brief): boolean =>
    brief.sections.some(({ keys, blocks }) => keys.some((key) => methods.has(key)) && blocks.length > 0) ||
    brief.sentences.some(({ text, container }) => container !== 'quote' && methodPattern.test(text)) ||
    brief.footnotes.some(({ text }) => methodPattern.test(text)) ||
    brief.sourceLines.some(({ text, isNote, isOwnWork }) => methodPattern.test(text) || ((isNote || isOwnWork) && BASIS.test(text))) ||
    brief.tables.some(({ notes }) => notes.some(({ value }) => methodPattern.test(value))) ||
    brief.citations.some(({ isOwnWork, works }) => isOwnWork && works.length > 0),
);

/** The first one; none where any of them has its basis beside it. */
function findOwnResult(brief: Brief, own: readonly string[]): OwnResult | undefined {
  const results: OwnResult[] = [];
  for (const sentence of brief.sentences) {
    if (sentence.container === 'quote' || sentence.container === 'footnote' || sentence.isQuestion || standsIn(brief, sentence.section, apparatus)) continue;
    const words = findWords(sentence, own);
    if (words === undefined) continue;
    if (hasBasisBeside(brief, sentence)) return undefined;
    results.push({ ...words, fixes: [addBasis(endOfStatement(brief, sentence.span))] });
  }
  const [first] = results;
  const line = findOwnLine(brief);
  return line !== undefined && line.span.start < (first?.span.start ?? Infinity) ? line : first;
}

/** "Source: authors' calculations", and no more. */
function findOwnLine(brief: Brief): OwnResult | undefined {
  const line = brief.sourceLines.find((one) => one.isOwnWork && namesNothingElse(one));
  const text = line === undefined ? undefined : findOwnWork(line.text)?.[0];
  return line === undefined || text === undefined ? undefined : { span: line.span, text, fixes: [addBasis(endOfStatement(brief, line.span))] };
}

const namesNothingElse = ({ citations, text }: SourceLineBlock): boolean => citations.every(({ isOwnWork }) => isOwnWork) && !BASIS.test(text) && !basisBesidePattern.test(text);

const addBasis = (at: Span): Fix => ({ title: 'Add ", based on [insert data and method]"', safe: false, edits: [{ span: at, newText: ', based on [insert data and method]' }] });

/** "Our analysis shows", the institution's name with a result, "(authors' calculations)". */
function findWords(sentence: Sentence, own: readonly string[]): { readonly span: Span; readonly text: string } | undefined {
  const said = findCue(sentence, ownAnalysisPattern);
  if (said !== undefined) return said;
  const inBrackets = sentence.citations.find(({ isOwnWork }) => isOwnWork);
  if (inBrackets !== undefined) return { span: inBrackets.span, text: wordsOf(sentence, inBrackets) };
  if (own.length === 0) return undefined;
  for (const { index, span, text } of findCues(sentence, patternOfNames(own))) {
    const result = institutionsResultPattern.exec(sentence.text.slice(index + text.length, index + text.length + 80))?.[0];
    if (result !== undefined) return { span: spanOf(span.start, sentence.toSource(index + text.length + result.length - 1) + 1), text: text + result };
  }
  return undefined;
}

const wordsOf = (sentence: Sentence, { span }: Citation): string => findOwnWork(sentence.text)?.[0] ?? sentence.text.slice(0, span.end - span.start);

/** In the sentence, or in the one before or after it in the paragraph. */
function hasBasisBeside(brief: Brief, sentence: Sentence): boolean {
  const beside = [brief.sentences[sentence.index - 1], brief.sentences[sentence.index + 1]].filter((other) => other !== undefined && isSameRun(brief, sentence, other));
  return [sentence, ...beside].some((other) => other !== undefined && showsBasis(other));
}

const showsBasis = ({ citations, text }: Sentence): boolean => citations.some(({ isOwnWork }) => !isOwnWork) || basisBesidePattern.test(text) || namedPublication.test(text);
