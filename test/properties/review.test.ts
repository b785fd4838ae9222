import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareReview } from '../../server/src/core/features/review/compare-review';
import { findObjects } from '../../server/src/core/features/review/find-objects';
import { parseAnswers } from '../../server/src/core/features/review/parse-answers';
import { reviewLabels } from '../../server/src/core/features/review/review-label';
import { reviewParts, reviewSentences, type ReviewSentence } from '../../server/src/core/features/review/review-parts';
import { buildPrompt } from '../../server/src/core/features/review/review-prompt';
import { buildLibrary, emptyInputs } from '../../server/src/core/library/build-library';
import { buildBrief } from '../../server/src/core/model/build-brief';
import { markdown } from '../support/markdown-arbitrary';

const asked: readonly ReviewSentence[] = [1, 2, 3].map((number) => ({ number, index: number - 1, span: { start: number, end: number + 1 }, words: `Sentence ${String(number)} is here.`, key: String(number) }));

const pieces = ['{"number":1,"label":"N"}', '{"number":2,"label":"S","reason":"a } b"}', '{', '}', '"', "'", '\\', '[', ']', ',', ':', '\n', '```json', '1. N - x', '| 2 | O |', 'number', 'label: A', '"begins":"Sentence 3"', '{"3":"O"}', 'null', '1e9', '\u0000'];

const answers = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 8 })), { maxLength: 30 }).map((parts) => parts.join('')));

it('any answer is read without a throw, and gives labels to sentences that were asked about alone', () => {
  fc.assert(
    fc.property(answers, (text) => {
      const { verdicts, missing, problems } = parseAnswers(text, asked);
      expect([...verdicts.keys(), ...missing].sort()).toEqual([1, 2, 3]);
      for (const { label, reason } of verdicts.values()) {
        expect(reviewLabels).toContain(label);
        expect(reason).not.toMatch(/\p{Cc}/u);
        expect(reason.length).toBeLessThan(310);
      }
      if (verdicts.size === 0) expect(problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

it('what was written as JSON is read back, whatever stands around it', () => {
  const answer = fc.record({ number: fc.constantFrom(1, 2, 3), label: fc.constantFrom(...reviewLabels), reason: fc.stringMatching(/^[\w {}"\\,:'-]{0,40}$/) });
  const prose = fc.stringMatching(/^[\w .,:()'-]{0,40}$/);
  fc.assert(
    fc.property(fc.uniqueArray(answer, { selector: ({ number }) => number, minLength: 1 }), prose, fc.constantFrom('\n', ' ', ',\n'), (written, around, between) => {
      const { verdicts, problems } = parseAnswers(`${around}\n${written.map((one) => JSON.stringify(one)).join(between)}\n${around}`, asked);
      expect(problems).toEqual([]);
      expect([...verdicts].map(([number, { label, reason }]) => ({ number, label, reason }))).toEqual(written.map((one) => ({ ...one, reason: one.reason.replace(/\s+/g, ' ').trim() })));
    }),
  );
});

it('an answer of any length is read in one pass', () => {
  for (const text of ['{'.repeat(500_000), '{"'.repeat(300_000), '{}'.repeat(200_000), `{"number":${' '.repeat(300_000)}`, '1. '.repeat(200_000), '"\\'.repeat(300_000), `{${'label '.repeat(100_000)}}`, `${'{'.repeat(200_000)}${'}'.repeat(200_000)}`, '{"number":1,"label":{'.repeat(50_000), '| 1 '.repeat(200_000), `{"number":1,"label":"N","reason":"${'//a.'.repeat(200_000)}"}`]) {
    const start = performance.now();
    findObjects(text);
    parseAnswers(text, asked);
    expect(performance.now() - start).toBeLessThan(2_000);
  }
});

it('the words of a sentence are gathered in one pass', () => {
  for (const piece of ['^[a ', '^[a] ', '%% ', 'x %% y %% ', '<!-- ', '[a](http://b.example/c) ', '//', 'www.a', '[^1]']) {
    const brief = buildBrief(`${piece.repeat(1_000)}\n`);
    const start = performance.now();
    reviewSentences(brief, []);
    expect(performance.now() - start).toBeLessThan(1_000);
  }
});

it('each sentence that is asked about stands once in one prompt, which its text cannot leave', () => {
  fc.assert(
    fc.property(markdown(), (text) => {
      const brief = buildBrief(text);
      const sentences = reviewSentences(brief, []);
      const parts = reviewParts(brief, []);
      expect(parts.flatMap((part) => part.sentences.map(({ number }) => number))).toEqual(sentences.map((_, i) => i + 1));
      const library = buildLibrary(brief, emptyInputs, []);
      for (const part of parts) {
        const prompt = buildPrompt({ brief, library, profile: null, own: [] }, part);
        const [, mark = '?'] = /\n<<<(BRIEF-\d+)\n/.exec(prompt) ?? [];
        const inside = prompt.slice(prompt.indexOf(`\n<<<${mark}\n`) + mark.length + 5, prompt.lastIndexOf(`\n${mark}>>>`));
        expect(inside).not.toContain(mark);
        for (const { number, words } of part.sentences) expect(inside.split('\n').filter((line) => line.startsWith(`${String(number)}. `) && line.endsWith(words))).toHaveLength(1);
      }
    }),
    { numRuns: 60 },
  );
});

it('any labels can be compared', () => {
  fc.assert(
    fc.property(markdown(), fc.array(fc.constantFrom(...reviewLabels), { minLength: 1 }), (text, labels) => {
      const brief = buildBrief(text);
      const sentences = reviewSentences(brief, []);
      const notes = compareReview({ brief, findings: [], silenced: [], profile: null, own: [] }, sentences, ({ number }) => ({ label: labels[number % labels.length] ?? 'O', reason: '' }));
      expect(notes.map(({ sentence }) => sentence)).toEqual(sentences);
      for (const { outcome, fact } of notes) expect(fact !== null).toBe(outcome === 'contradicted');
    }),
    { numRuns: 60 },
  );
});
