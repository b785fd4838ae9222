/** What a section of each key is called when a message or a fix has to name it, and the line that a fix puts in for the writer to complete. */
import { sectionKeysOf } from '../profiles/vocabulary';
import type { SectionKey } from '../profiles/section-keys';

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

const placeholders: Readonly<Partial<Record<SectionKey, string>>> = {
  summary: '- [Insert a finding with its figure and source]\n- [Insert what who has to do by when]',
  'key-messages': '- [Insert a finding with its figure and source]\n- [Insert what who has to do by when]',
  overview: '- [Insert a finding with its figure and source]',
  'at-a-glance': '- [Insert an indicator]: [insert value, unit and year] ([insert source])',
  timeline: '- [Insert day, month and year]: [insert the event] ([insert source])',
  faq: '**[Insert the question]?**\n\n[Insert the answer]',
  recommendations: '1. [Insert who] should [insert action] by [insert date], at a cost of [insert sum and its source].',
  recommendation: '[Insert who] should [insert action] by [insert date], at a cost of [insert sum and its source].',
  'decision-points': '1. [Insert the decision that is asked for]',
  options: '1. [Insert the status quo and what it costs]\n2. [Insert another option]',
  scenarios: '- [Insert scenario]: [insert probability, trigger and impact]',
  swot: '- [Insert a strength]\n- [Insert a risk]\n- [Insert an opportunity]',
  references: '- [Insert author (year), title, publisher and address]',
};

/** Lines in square brackets, which placeholder-left-in finds until they are filled in. */
export const placeholderOf = (keys: readonly SectionKey[]): string => {
  for (const key of keys) {
    const text = placeholders[key];
    if (text) return text;
  }
  return '[Insert text]';
};

/** Does a bold label or heading text name one of these sections? */
export const namesKey = (text: string, isWanted: (key: SectionKey) => boolean): boolean => sectionKeysOf(text.replace(/[.:]\s*$/, '')).some(isWanted);
