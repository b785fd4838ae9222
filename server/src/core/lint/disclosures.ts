/** What a brief says of those who wrote it and those who paid. */
import type { Brief } from '../model/brief';
import type { Disclosure } from '../profiles/profile';

export const nameOfDisclosure: Readonly<Record<Disclosure, string>> = { conflicts: 'conflicts of interest', funding: 'funding' };

/** As a heading, a label or a key of front matter. */
const titles: Readonly<Record<Disclosure, RegExp>> = {
  conflicts: /\b(?:(?:conflicts?|competing|declarations?|disclosure|statements?|duality) (?:of )?interests?|competing interests?|interests? (?:declared|statement)|disclosures?|(?:conflits?|d[ée]clarations?|liens?) d['’]int[ée]r[êe]ts?|(?:conflictos?|declaraci[oó]n(?:es)?) de inter[eé]s(?:es)?)\b|^interests?$|مفادات/i,
  funding: /\b(?:funding|funders?|funded by|financial support|sponsors?(?:hip)?|supported by|acknowledge?ments?|financement|remerciements|financiaci[oó]n|financiamiento|agradecimientos)\b/i,
};

/** As a sentence that speaks of its authors; a brief may be about conflicts of interest. */
const statements: Readonly<Record<Disclosure, RegExp>> = {
  conflicts:
    /\b(?:authors?|contributors?|reviewers?|team|we|i|none|no|declares?|declared|disclose[sd]?|any|potential)\b[^.]{0,80}\b(?:conflicts? of interests?|conflicting interests?|competing interests?|interests? to declare)\b|\b(?:conflicts? of interests?|competing interests?|interests)\s*:|\b(?:conflicts? of interests?|competing interests?)\b[^.]{0,60}\b(?:authors?|declared?|disclosed?|none|no|reviewers?)\b|\b(?:authors?|we|reviewers?)\b[^.]{0,40}\bdeclares? (?:none|no|that|the following)\b|\bno (?:financial|personal|commercial) (?:or \p{L}+ )?(?:interests?|ties)\b|\bnothing to declare\b/iu,
  funding:
    /\bfunding\s*:|\b(?:brief|paper|study|work|report|research|project|series|publication|review|authors?|we|programme|program)\b[^.]{0,60}\b(?:funded|financed|supported|sponsored|commissioned|paid(?: for)?|made possible) (?:by|through|under|from|with)\b|\b(?:no|without|received|receives?|with) (?:\p{L}+ ){0,3}(?:funding|financial support)\b|\bfunding (?:for this|was|came|from|has)\b|\b(?:funded|financed|commissioned|sponsored) by\b/iu,
};

export const namesDisclosure = (brief: Brief, disclosure: Disclosure): boolean => {
  const title = titles[disclosure];
  const statement = statements[disclosure];
  const isKey = Object.entries(brief.metadata.frontMatter?.data ?? {}).some(([key, value]) => title.test(key.replace(/[-_]/g, ' ')) && value !== null && value !== '');
  const isTitled = brief.sections.some(({ heading }) => heading !== null && title.test(heading.text)) || brief.blocks.some((block) => block.kind === 'paragraph' && block.label !== null && title.test(block.label));
  const isItem = brief.blocks.some((block) => block.kind === 'list' && block.items.some(({ label }) => label !== null && title.test(label)));
  return isKey || isTitled || isItem || brief.sentences.some(({ text }) => statement.test(text)) || brief.footnotes.some(({ text }) => statement.test(text)) || brief.sourceLines.some(({ text }) => statement.test(text));
};
