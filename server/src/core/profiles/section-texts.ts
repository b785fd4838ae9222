/**
 * What a section of each key is called, and the text that it begins with. Templates, fixes and snippets share it: where there is a snippet for a
 * section, its words are the section's.
 *
 * Every blank has a form that placeholder-left-in reports until it is filled in: "[insert …]", "(Source, Year)", a link to "url".
 */
import snippets from '../../../../snippets/policy-brief.json';
import type { Disclosure, OptionPart } from './profile';
import type { Profile } from './profile';
import type { SectionKey } from './section-keys';
import { foreignTitle, type Language } from './foreign-titles';
import { parseSnippet, plainTextOf } from './snippet-text';

const titles: Readonly<Partial<Record<SectionKey, string>>> = {
  faq: 'Frequently asked questions',
  'exam-use': 'How to use this in the exam',
  swot: 'Strengths, risks and opportunities',
  'headlines-miss': 'What headlines miss',
  'data-point': 'The number to know',
  method: 'Methods',
  case: 'Case study',
  financial: 'Financial implications',
  legal: 'Legal implications',
  review: 'Monitoring and evaluation',
  disclosure: 'Conflicts of interest',
  'decision-points': 'Points for decision',
  comparison: 'International comparison',
  'counter-arguments': 'Counter-arguments',
  quote: 'Quotation',
};

export const titleOfKey = (key: SectionKey): string => titles[key] ?? (key.charAt(0).toUpperCase() + key.slice(1)).replace(/-/g, ' ');

/** What a house calls the section goes before its shipped title: the first of its headings. */
export const titleIn = ({ headings }: Pick<Profile, 'headings'>, key: SectionKey, language: Language = 'en'): string => headings[key]?.[0] ?? foreignTitle(key, language) ?? titleOfKey(key);

/** The snippet without its heading of the second level. A choice that nobody has made yet is a blank. */
const fromSnippet = (prefix: string): string => {
  const snippet = Object.values(snippets).find((candidate) => candidate.prefix === prefix);
  const parts = parseSnippet((snippet?.body ?? []).join('\n')).map((part) => (part.kind === 'stop' && part.texts.length > 1 ? { ...part, texts: [blankFor(part.texts)] } : part));
  return plainTextOf(parts).replace(/^## .*\n+/, '');
};

const blankFor = (choices: readonly string[]): string => `[insert ${choices.slice(0, -1).join(', ')} or ${choices.at(-1) ?? ''}]`;

const actionItem = '[Insert who] should [insert action] by [insert date], at a cost of [insert sum and who pays].';
const sourced = '(Source, Year).';

/** What each option must state, as the beginning of a line. */
export const textOfOptionPart: Readonly<Record<OptionPart, string>> = {
  benefit: `Benefits: [insert benefits] ${sourced}`,
  harm: `Harms: [insert harms and who bears them] ${sourced}`,
  cost: `Cost: [insert sum, price year and who pays] ${sourced}`,
  certainty: 'Certainty of the evidence: [insert high, moderate or low, and why]',
};

export const textOfOption = `[Insert what is done]\n\n${(['benefit', 'harm', 'cost', 'certainty'] as const).map((part) => `- ${textOfOptionPart[part]}`).join('\n')}`;

export const textOfDisclosure: Readonly<Record<Disclosure, { readonly title: string; readonly text: string }>> = {
  conflicts: { title: 'Conflicts of interest', text: 'Interests: [insert what the authors declare, or that they declare none].' },
  funding: { title: 'Funding', text: 'Funding: [insert who paid for this brief].' },
};

const texts: Readonly<Partial<Record<SectionKey, string>>> = {
  summary: fromSnippet('pb-takeaways'),
  'key-messages': `- [Insert the main finding with its figure] ${sourced}\n- [Insert the main cause] ${sourced}\n- [Insert what the options are and which is best supported] ${sourced}`,
  overview: `- [Insert the main finding with its figure] ${sourced}\n- [Insert the main cause] ${sourced}\n- [Insert what is not known]`,
  introduction: fromSnippet('pb-intro'),
  problem: `[Insert the problem in one sentence with its scale] ${sourced} [Insert the figure that shows it] ${sourced} It falls on [insert who is affected] ${sourced} If nothing is done, [insert consequence] ${sourced}`,
  issue: '[Insert the question that is to be decided]',
  background: fromSnippet('pb-background'),
  method: 'We searched [insert where and for what] up to [insert date] and kept [insert which studies or data]. We left out [insert what and why].',
  evidence: `### [Insert the first finding as a sentence]\n\n[Insert the figure or the study] ${sourced} [Insert where it does not hold]\n\n### [Insert the second finding as a sentence]\n\n[Insert the figure or the study] ${sourced} [Insert where it does not hold]`,
  findings: `### [Insert the first finding as a sentence]\n\n[Insert the figure with its unit and period]\n\n### [Insert the second finding as a sentence]\n\n[Insert the figure with its unit and period]`,
  analysis: fromSnippet('pb-mechanism'),
  comparison: fromSnippet('pb-compare'),
  'at-a-glance': fromSnippet('pb-glance'),
  'headlines-miss': fromSnippet('pb-headlines'),
  timeline: fromSnippet('pb-timeline'),
  'data-point': fromSnippet('pb-datapoint'),
  implications: fromSnippet('pb-ifthen'),
  swot: fromSnippet('pb-swot'),
  scenarios: fromSnippet('pb-scenarios'),
  constraints: fromSnippet('pb-constraint'),
  risks: '- **[Insert risk]:** [insert how likely it is and whom it hits]. Answer: [insert mitigation].',
  options: ['Status quo', 'Option A: [insert name]', 'Option B: [insert second name]'].map((option) => `### ${option}\n\n${textOfOption}`).join('\n\n'),
  criteria: '1. **[Insert criterion]:** [insert how it is measured]\n2. **[Insert second criterion]:** [insert how it is measured]',
  impacts: `[Insert which option does best, and by how much] ${sourced}\n\n${fromSnippet('pb-options')}`,
  'comparison-of-options': `[Insert which option does best, and by how much] ${sourced}\n\n${fromSnippet('pb-options')}`,
  objectives: '- [Insert objective, how it is measured and by when it is to be reached]',
  recommendations: fromSnippet('pb-rec'),
  recommendation: actionItem,
  'decision-points': '1. [Insert the decision that is asked for]',
  implementation: `1. ${actionItem}`,
  'next-steps': `1. ${actionItem}`,
  financial: `The proposal costs [insert sum, price year and period] ${sourced} It is paid from [insert budget or fund].`,
  legal: `[Insert which law has to be made or changed, or that none has]`,
  consultation: '- **[Insert body that was consulted]**, [insert date]: [insert its view and the answer to it]',
  equity: `[Insert who gains and who loses, by income, sex and region] ${sourced}`,
  review: '[Insert who] reports on [insert indicator and target] by [insert date].',
  conclusion: fromSnippet('pb-conclusion'),
  references: fromSnippet('pb-ref'),
  'further-reading': fromSnippet('pb-ref'),
  disclosure: fromSnippet('pb-disclosure'),
  faq: fromSnippet('pb-faq'),
  'exam-use': fromSnippet('pb-exam'),
  position: '[Insert what you ask for, of whom and by when]',
  'counter-arguments': `**[Insert objection].** [Insert who says so and why] ${sourced} [Insert the answer] ${sourced}`,
  proposal: '[Insert what is proposed in one sentence]',
  proposals: '1. [Insert what is proposed in one sentence]\n2. [Insert the second proposal in one sentence]',
  timing: 'A decision is needed by [insert date], because [insert reason].',
  considerations: `**For.** [Insert the reason for it] ${sourced}\n\n**Against.** [Insert the reason against it] ${sourced}`,
  quote: fromSnippet('pb-quote'),
  case: `[Insert who did what, where and when] ${sourced} [Insert what came of it] ${sourced}`,
  figure: '[Insert the figure and its title with unit and year]\n\nSource: [insert source] ([insert year of publication]), [insert table or indicator code].',
  limitations: '[Insert what the evidence cannot show]',
  assumptions: '- [Insert assumption, and what changes if it fails]',
  glossary: '- **[Insert term]:** [insert meaning]',
};

/**
 * The text of the first of the keys that has one, under a heading of that level. Null: for a text without blank lines, where a # or a blank line would
 * make ordinary Markdown of it, in which its paragraphs run together.
 */
export const textOfSection = (keys: readonly SectionKey[], level: number | null = 2): string => {
  const key = keys.find((candidate) => texts[candidate] !== undefined);
  const text = (key && texts[key]) ?? '[Insert text]';
  if (level === null) return text.replace(/^### /gm, '').replace(/\n{2,}/g, '\n');
  return text.replace(/^###(?= )/gm, '#'.repeat(Math.min(level + 1, 6)));
};

/** For a section whose heading has no level that another could be below: what would be headings are words at the beginning of paragraphs. */
export const runInTextOfSection = (keys: readonly SectionKey[]): string => textOfSection(keys).replace(/^#{1,6} (.*)\n+/gm, '**$1.** ');
