/** The section vocabulary's keys. What headings name them, and which satisfy each other, is in `vocabulary.ts`. */
export const sectionKeys = [
  'summary', 'key-messages', 'introduction', 'problem', 'background', 'method', 'evidence', 'findings', 'analysis', 'comparison',
  'at-a-glance', 'headlines-miss', 'timeline', 'data-point', 'implications', 'swot', 'scenarios', 'constraints', 'risks', 'options',
  'criteria', 'impacts', 'comparison-of-options', 'objectives', 'recommendations', 'recommendation', 'decision-points', 'implementation',
  'next-steps', 'financial', 'legal', 'consultation', 'equity', 'review', 'conclusion', 'references', 'further-reading', 'disclosure',
  'faq', 'exam-use', 'position', 'counter-arguments', 'proposal', 'proposals', 'timing', 'considerations', 'issue', 'overview', 'quote', 'case',
  'limitations', 'glossary', 'annex', 'figure', 'assumptions',
] as const;

export type SectionKey = (typeof sectionKeys)[number];
