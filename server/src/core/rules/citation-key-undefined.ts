import { relatedReference } from '../lint/cited-works';
import { bibliographyEntryFix } from '../lint/list-entries';
import { defineRule, type Fix } from '../lint/rule';
import type { CitationUse, Library } from '../library/library';
import type { Brief } from '../model/brief';
import type { CitedWork } from '../text/citation';
import { spanOf, type Span } from '../text/span';

export const citationKeyUndefined = defineRule({
  meta: {
    name: 'citation-key-undefined',
    group: 'citations',
    title: 'Citation key without an entry',
    levels: { key: 'error' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A key such as `[@wdi2025]` that neither the bibliography files nor the front matter have.',
      why: 'The finished document shows the bare key or a question mark where the source ought to be.',
      how: 'Correct the key, or add its entry to the bibliography.',
      limits: [
        'Nothing is reported where no bibliography is named, or where one that is named cannot be read.',
        'A bare `@word` without a digit is left alone unless some key is spelt nearly like it: it may be the name of an account.',
      ],
      authority: 'Pandoc manual, "Citations"',
      flagged: [{ text: '---\nreferences:\n  - id: ekdal2024\n    title: Tolls\n    issued: 2024\n---\n\nTolls rose by 3% [@ekdall2024].\n' }],
      clean: [{ text: '---\nreferences:\n  - id: ekdal2024\n    title: Tolls\n    issued: 2024\n---\n\nTolls rose by 3% [@ekdal2024]; see @fig-tolls.\n' }],
    },
  },
  *check({ brief, library }) {
    if (!isComplete(library)) return;
    for (const use of keyUses(brief)) {
      const key = use.work.key ?? '';
      const resolution = library.resolve(use.work);
      if (resolution.kind !== 'missing') continue;
      const { nearest } = resolution;
      if (isBareWord(brief, use) && nearest.length === 0) continue;
      const [first] = nearest;
      const isOnlyCase = first?.id.toLowerCase() === key.toLowerCase();
      yield {
        span: keySpan(brief, use.work),
        level: 'key',
        message: first === undefined ? `No entry has the key "${key}"` : `No entry has the key "${key}"${isOnlyCase ? `; capitals count, and the entry is "${first.id}"` : `, the nearest is "${first.id}"`}`,
        related: nearest.slice(0, 1).map(relatedReference),
        fixes: [...nearest.map((reference) => changeKey(brief, use.work, reference.id)), ...addEntry(library, key)],
      };
    }
  },
  *unchecked({ brief, library }) {
    const [first] = keyUses(brief);
    if (first !== undefined && !isComplete(library)) yield { span: first.work.span, reason: library.unreadable.length > 0 ? 'a bibliography cannot be read: keys are not looked up' : 'no bibliography is named: keys are not looked up' };
  },
});

/** All keys can be known only if all files that may have them were read. */
const isComplete = ({ references, files, unreadable }: Library): boolean => unreadable.length === 0 && (files.length > 0 || references.some(({ format }) => format === 'front-matter'));

const keyUses = (brief: Brief): readonly CitationUse[] =>
  [...brief.citations, ...brief.footnotes.flatMap(({ citations }) => citations)].filter(({ style }) => style === 'key').flatMap((citation) => citation.works.map((work) => ({ citation, work })));

const isBareWord = (brief: Brief, { citation, work }: CitationUse): boolean => brief.text[citation.span.start] !== '[' && !/\d/.test(work.key ?? '');

/** The key alone, without "@", "-" and braces. */
const keySpan = (brief: Brief, work: CitedWork): Span => {
  const at = brief.text.indexOf(work.key ?? '', work.span.start);
  return at < 0 || at >= work.span.end ? work.span : spanOf(at, at + (work.key ?? '').length);
};

const changeKey = (brief: Brief, work: CitedWork, id: string): Fix => ({ title: `Change "${work.key ?? ''}" to "${id}"`, safe: false, edits: [{ span: keySpan(brief, work), newText: id }] });

const addEntry = ({ files }: Library, key: string): readonly Fix[] => files.flatMap((file) => bibliographyEntryFix(file, key) ?? []).slice(0, 1);
