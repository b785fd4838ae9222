import { lineBreakOf } from '../lint/brief-places';
import { shorten } from '../lint/message-words';
import { comparingSections, findOptions, type BriefOption, type OptionList } from '../lint/options';
import { defineRule, type Fix } from '../lint/rule';
import { lineStart } from '../lint/section-places';
import { isStatusQuoName, namesStatusQuo } from '../lint/status-quo';
import type { Brief } from '../model/brief';
import { textOfOption } from '../profiles/section-texts';
import { sliceOf, spanOf } from '../text/span';

export const statusQuoOptionMissing = defineRule({
  meta: {
    name: 'status-quo-option-missing',
    group: 'recommendations',
    title: 'No option that leaves things as they are',
    levels: { statusQuo: 'warning', single: 'warning' },
    fix: 'suggestion',
    needsProfile: true,
    options: {},
    docs: {
      what: 'Options of which none keeps things as they are, or only one option, in a brief whose profile asks for a choice against the status quo.',
      why: 'An option is good or bad only against what happens without it. Readers who find one option, or none that leaves things alone, ask what was left out.',
      how: 'Add the status quo as an option, and say of it what you say of the others.',
      limits: [
        'Options are known as subsections, bold labels, rows or columns of a table and items of a list, in a section that is called "Options" or the like; in running text they are not.',
        'The words "status quo", "baseline", "do nothing" and their like anywhere in the sections that describe and compare the options are enough.',
      ],
      authority: 'Australian, United Kingdom and European Union guides to impact assessment; CSUN guide to policy memos',
      flagged: [
        { profile: 'options-memo', text: '# Bags\n\n## Options\n\n### Option A: a fee per bag\n\nShops charge 5 cents.\n\n### Option B: a ban\n\nShops sell no bags.\n' },
        { profile: 'options-memo', text: '# Bags\n\n## Options\n\n| Option | Effect |\n| --- | --- |\n| Fee | Half the bags |\n| Ban | No bags |\n' },
      ],
      clean: [
        { profile: 'options-memo', text: '# Bags\n\n## Options\n\n### Do nothing\n\nShops go on.\n\n### A fee per bag\n\nShops charge 5 cents.\n' },
        { profile: 'position-paper', text: '# Bags\n\n## Options\n\n### A fee per bag\n\nShops charge 5 cents.\n' },
      ],
    },
  },
  *check({ brief, profile }) {
    if (profile?.elements.statusQuoOption !== true) return;
    const lists = findOptions(brief);
    const list = lists[0];
    const first = list?.options[0];
    if (list === undefined || first === undefined) return;
    const options = lists.flatMap((each) => each.options);
    const span = list.section?.heading?.textSpan ?? first.span;
    if (options.length === 1) {
      yield { span, level: 'single', message: `Only one option, "${shorten(first.name)}"`, fixes: fixesOf(brief, list, isOfStatusQuo(first)) };
      return;
    }
    if (options.some(isOfStatusQuo) || comparingSections(brief).some(({ span: place }) => namesStatusQuo(sliceOf(brief.text, place)))) return;
    yield { span, level: 'statusQuo', message: `${String(options.length)} options, and none leaves things as they are: ${namesOf(options)}`, fixes: fixesOf(brief, list, false) };
  },
});

const isOfStatusQuo = ({ name, text }: BriefOption): boolean => isStatusQuoName(name) || namesStatusQuo(text);

const namesOf = (options: readonly { readonly name: string }[]): string =>
  options.slice(0, 3).map(({ name }) => `"${shorten(name, 30)}"`).join(', ') + (options.length > 3 ? ` and ${String(options.length - 3)} more` : '');

/** In the form that the options have; none where that form is a column. */
const fixesOf = (brief: Brief, list: OptionList, hasStatusQuo: boolean): readonly Fix[] => {
  const first = list.options[0];
  const name = hasStatusQuo ? '[Insert second option]' : 'Status quo';
  const text = first && additionOf(brief, list, name);
  if (!text) return [];
  // A row of numbers goes on; in all other forms, what is comes before what could be.
  const isLast = hasStatusQuo || (list.block?.kind === 'list' && list.block.isOrdered);
  const at = isLast ? endOfLine(brief.text, list.options.at(-1)?.body.end ?? 0) : lineStart(brief.text, first.body.start);
  const gap = gapOf(brief, list);
  return [{ title: `Add the option "${name}"`, safe: false, edits: [{ span: spanOf(at, at), newText: isLast ? gap + text : text + gap }] }];
};

const endOfLine = (text: string, offset: number): number => offset + (/^[^\r\n]*/.exec(text.slice(offset))?.[0].length ?? 0);

const gapOf = (brief: Brief, { form }: OptionList): string => (brief.isLineStructured || form === 'row' || form === 'item' ? lineBreakOf(brief) : lineBreakOf(brief).repeat(2));

const additionOf = (brief: Brief, { form, options, block }: OptionList, name: string): string | null => {
  const lineBreak = lineBreakOf(brief);
  const heading = options[0]?.section?.heading;
  switch (form) {
    case 'section':
      if (!heading || (heading.style !== 'atx' && heading.style !== 'setext')) return null;
      return [`${'#'.repeat(heading.level)} ${name}`, '', ...textOfOption.split('\n')].join(lineBreak);
    case 'paragraph':
      return `**${name}.** [Insert what is done]`;
    case 'row': {
      const isPipes = block?.kind === 'table' && block.syntax === 'pipe';
      return isPipes ? `| ${[name, ...Array.from({ length: block.head.length - 1 }, () => '[insert text]')].join(' | ')} |` : null;
    }
    case 'item': {
      const mark = /^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+/.exec(brief.text.slice(lineStart(brief.text, options.at(block?.kind === 'list' && block.isOrdered ? -1 : 0)?.body.start ?? 0)))?.[0];
      return mark === undefined ? null : `${mark.replace(/\d+/, (number) => String(Number(number) + 1))}**${name}:** [insert what is done]`;
    }
    case 'column':
      return null;
  }
};
