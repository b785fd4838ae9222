import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeCitation } from '../../server/src/core/features/citation-completion';
import { findCitationHover } from '../../server/src/core/features/citation-hover';
import { findDefinitions, findHighlights } from '../../server/src/core/features/citation-places';
import { findCompletionPlace } from '../../server/src/core/features/completion-place';
import { applyEdits } from '../../server/src/core/features/fix-all';
import { findReferenceListFix } from '../../server/src/core/features/reference-list';
import { findRenameTarget, renameKeyInBrief, renameLabel } from '../../server/src/core/features/rename-key';
import { findRewrites } from '../../server/src/core/features/rewrite-citations';
import { findIdentifiers, findSourceLinks } from '../../server/src/core/features/source-links';
import type { Edit } from '../../server/src/core/lint/rule';
import { bib, readCited, sourceText } from '../support/cited-brief';

const pieces = [
  'It grew ', '[@harbour2025]', '[see @ruiz2024, p. 3; -@nobody]', '@ruiz2024 says ', '@{odd key', '(Harbour Office, 2025)', '(Ruiz and Okoye, 2024; ', 'Harbour Office (2023) ', '[^a]', '[^b]', '\n\n', '\n', '. ',
  '[^a]: Harbour Office (2025), p. 4.\n', '[^b]: Lee, K. (2021). *Gates*. Port Press.\n', 'Source: Ruiz and Okoye (2024); ', '> "quoted words of somebody else" ', '| a | b |\n| - | - |\n| 3% | [@ruiz2024] |\n', '## References\n\n', '- Lee, K. (2021). *Gates of the north*. Port Press.\n', '[3]', 'doi:10.1234/a(b',
  '“night traffic may be limited” ', 'The AI Act (2024) ', '`code`', '```\n', '<!-- ', '\u{1F600}', '[', '(', '@', '^',
];

const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''));
const sources = { harbour2025: sourceText('sources/h.pdf', ['Night traffic may be limited.', 'It grew by 3%.']) };
const links = { toEntry: () => null, toPassage: () => null };

const overlap = (edits: readonly Edit[]): boolean => {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return sorted.some((edit, index) => index > 0 && edit.span.start < (sorted[index - 1]?.span.end ?? 0));
};

describe('features on any text', () => {
  it('answer at every place, within the text', () => {
    fc.assert(
      fc.property(texts, fc.nat({ max: 400 }), (text, at) => {
        const offset = Math.min(at, text.length);
        const { brief, library } = readCited(text, { bib, texts: sources });
        const place = findCompletionPlace(brief.text, offset);
        const spans = [
          findCitationHover({ brief, library, style: 'apa', links }, offset)?.span,
          ...findDefinitions(brief, library, offset).map(({ from }) => from),
          ...findHighlights(brief, library, offset).map(({ span }) => span),
          findRenameTarget(brief, library, offset)?.span,
          ...findSourceLinks(brief, library).map(({ span }) => span),
          ...(place === undefined ? [] : completeCitation(brief, library, place, 'apa').choices.map(({ span }) => span)),
        ];
        for (const span of spans) if (span !== undefined) expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('make edits that do not collide', () => {
    fc.assert(
      fc.property(texts, fc.nat({ max: 400 }), (text, at) => {
        const offset = Math.min(at, text.length);
        const { brief, library } = readCited(text, { bib });
        const fixes = [...findRewrites(brief, library, { start: offset, end: offset }), findReferenceListFix(brief, library, 'apa')];
        for (const fix of fixes) expect(overlap(fix?.edits ?? [])).toBe(false);
        for (const edits of [renameKeyInBrief(brief, 'ruiz2024', 'new'), renameLabel(brief, 'a', 'new')]) expect(overlap(edits)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('rename a key there and back', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { brief } = readCited(text, { bib });
        const there = applyEdits(text, renameKeyInBrief(brief, 'ruiz2024', 'elsewhere9'));
        const back = readCited(there, { bib: bib.replace('ruiz2024', 'elsewhere9') }).brief;
        expect(applyEdits(there, renameKeyInBrief(back, 'elsewhere9', 'ruiz2024'))).toBe(text);
      }),
      { numRuns: 100 },
    );
  });
});

describe('patterns', () => {
  it.each(['(', '[', '[@', '; ', 'doi:10.1234/((', '@{', 'Source: ; ', '[^', 'A)'])('take no long time over "%s" again and again', (part) => {
    const text = part.repeat(20_000);
    const start = performance.now();
    findCompletionPlace(text, text.length);
    findIdentifiers(text);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
