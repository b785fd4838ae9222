import { briefMark, lineBreakOf, lineSpanAt } from '../lint/brief-places';
import { joinWords } from '../lint/message-words';
import { defineRule, type Fix } from '../lint/rule';
import type { Brief } from '../model/brief';
import { spanOf } from '../text/span';

type MetadataItem = 'title' | 'author' | 'date';

const items: readonly MetadataItem[] = ['title', 'author', 'date'];

export const missingMetadata = defineRule({
  meta: {
    name: 'missing-metadata',
    group: 'structure',
    title: 'No title, author or date',
    levels: { required: 'information', usual: 'information' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'The brief does not say what it is called, who wrote it or when. One finding names all that is missing.',
      why: 'A brief travels without its covering mail. Without a date nobody can tell whether its figures are still current.',
      how: 'Add `title`, `author` and `date` to the front matter, or write them under the title.',
      limits: ['A name under the title is recognised as the author only in the usual forms, such as "By …" or "Author: …".', 'News reports are not asked for any of the three.'],
      authority: 'New Zealand CabGuide; RIGHT reporting checklist',
      flagged: [{ text: '# Ban the plastic bag\n\nBags block the drains of the old town.\n' }],
      clean: [{ text: '---\ntitle: Ban the plastic bag\nauthor: Ana Ruiz, Clean City Office\ndate: 2026-03-02\n---\n\nBags block the drains of the old town.\n' }],
    },
  },
  *check({ brief, profile, today }) {
    if (profile?.mode === 'news' || brief.text.trim() === '') return;
    // Nobody can tell what a front matter holds that cannot be read; bad-setting says so.
    if (brief.metadata.frontMatter !== null && brief.metadata.frontMatter.problems.length > 0) return;
    const missing = items.filter((item) => brief.metadata[item] === null);
    if (missing.length === 0) return;
    const isRequired = missing.some((item) => profile?.metadata.includes(item));
    yield {
      span: brief.metadata.frontMatter ? lineSpanAt(brief, brief.metadata.frontMatter.span.start) : briefMark(brief),
      level: isRequired ? 'required' : 'usual',
      message: `The brief has no ${joinWords(missing, 'or')}`,
      fixes: fixesOf(brief, missing, today),
    };
  },
});

const fixesOf = (brief: Brief, missing: readonly MetadataItem[], today: string | null): readonly Fix[] => {
  const lineBreak = lineBreakOf(brief);
  // A date that says [Insert date] is none: without today's there is nothing to put in.
  if (missing.includes('date') && today === null) return [];
  const lines = missing.map((item) => (item === 'date' ? `date: ${today ?? ''}` : `${item}: "[Insert ${item}]"`)).join(lineBreak);
  const title = `Add ${joinWords(missing, 'and')} to the front matter`;
  const frontMatter = brief.metadata.frontMatter;
  if (!frontMatter) return [{ title, safe: false, edits: [{ span: spanOf(0, 0), newText: `---${lineBreak}${lines}${lineBreak}---${lineBreak}${lineBreak}` }] }];
  const firstLineEnd = brief.text.indexOf('\n', frontMatter.span.start);
  return firstLineEnd < 0 ? [] : [{ title, safe: false, edits: [{ span: spanOf(firstLineEnd + 1, firstLineEnd + 1), newText: lines + lineBreak }] }];
};
