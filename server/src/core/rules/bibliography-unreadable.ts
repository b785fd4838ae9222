import { briefMark } from '../lint/brief-places';
import { defineRule } from '../lint/rule';
import { frontMatterReferences } from '../library/front-matter-references';
import type { Library } from '../library/library';
import type { Brief } from '../model/brief';

export const bibliographyUnreadable = defineRule({
  meta: {
    name: 'bibliography-unreadable',
    group: 'citations',
    title: 'Bibliography that cannot be read',
    levels: { file: 'warning', entry: 'warning', 'other-entry': 'information' },
    fix: 'none',
    options: {},
    docs: {
      what: 'At the level `file`, a bibliography file that is named and is not there or cannot be read. At the level `entry`, a fault inside a bibliography, at its place there; `other-entry` is a fault in an entry that this brief does not cite.',
      why: 'What cannot be read cannot be looked up: citations go unchecked, or lead nowhere in the finished document.',
      how: 'Correct the path, which counts from the brief, then from the settings file, then from the workspace folder; mend the entry that is marked.',
      limits: ['Addresses on the web are not fetched.', 'Of a broken file, all entries that can be made out are used.'],
      authority: null,
      flagged: [{ text: '---\nreferences:\n  - title: Tolls\n    issued: 2024\n---\n\nTolls rose by 3%.\n' }],
      clean: [{ text: '---\nreferences:\n  - id: ekdal2024\n    title: Tolls\n    issued: 2024\n---\n\nTolls rose by 3% [@ekdal2024].\n' }],
    },
  },
  *check({ brief, library }) {
    for (const { path, span, reason } of library.unreadable) {
      yield { span: span ?? briefMark(brief), level: 'file', message: `The bibliography "${path}"${span === null ? ' of the settings' : ''} ${reason}` };
    }
    const used = usedKeys(brief, library);
    for (const { span, message } of frontMatterReferences(brief).problems) yield { span, level: 'entry', message };
    for (const file of library.files) {
      for (const { span, message, key } of file.problems) yield { span, level: key === null || used.has(key) ? 'entry' : 'other-entry', message, file: file.path };
    }
  },
});

const usedKeys = (brief: Brief, { references, usesOf }: Library): ReadonlySet<string> => {
  const cited = [...brief.citations, ...brief.footnotes.flatMap(({ citations }) => citations)].filter(({ style }) => style === 'key').flatMap(({ works }) => works.map(({ key }) => key ?? ''));
  return new Set([...cited, ...references.filter((reference) => usesOf(reference).length > 0).map(({ id }) => id)]);
};
