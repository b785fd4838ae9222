import { describe, expect, it } from 'vitest';
import { foreignSynonyms } from '../../server/src/core/profiles/foreign-synonyms';
import { normalizeHeading, satisfies, sectionKeysOf, synonyms, vocabularyWith } from '../../server/src/core/profiles/vocabulary';
import { sectionKeys, toOwnKey } from '../../server/src/core/profiles/section-keys';
import { urduSynonyms } from '../../server/src/core/profiles/urdu-synonyms';
import { profiles } from '../../server/src/core/profiles/profiles';

describe('normalizeHeading', () => {
  it.each([
    ['⚡ KEY TAKEAWAYS', 'key takeaways'],
    ['3. Costs & Benefits:', 'costs and benefits'],
    ['2.1 What this means', 'what this means'],
    ['IV. Way Forward', 'way forward'],
    ['(b) Risks', 'risks'],
    ['Part II: Evidence', 'evidence'],
    ['Nepal’s Strategic Position', 'strategic position'],
    ["The Water Ministry's options", 'options'],
    ['Our recommendations', 'recommendations'],
    ["What's next", 'whats next'],
    ['2030 targets', '2030 targets'],
    ['3 scenarios', 'scenarios'],
    ['Cost-benefit analysis', 'cost-benefit analysis'],
    ['**Summary**', 'summary'],
    ['1.', '1'],
    ['', ''],
    ['🚰', ''],
  ])('%s', (text, expected) => {
    expect(normalizeHeading(text)).toBe(expected);
  });
});

describe('sectionKeysOf', () => {
  it.each([
    ['Executive summary', ['summary']],
    ['⚡ KEY TAKEAWAYS', ['summary', 'key-messages']],
    ['Conclusion & Way Forward', ['recommendations', 'conclusion']],
    ['Strengths, Risks & Opportunities — Strategic Assessment', ['swot']],
    ['COMPARATIVE ANALYSIS — GLOBAL CONTEXT', ['comparison']],
    ['Context & Historical Background', ['background']],
    ['Core Analysis: The Mechanisms', ['analysis']],
    ['📅 CHRONOLOGICAL TIMELINE', ['timeline']],
    ['Critical Constraints and Strategic Realities', ['constraints']],
    ["Nepal's Strategic Position & Implications", ['implications']],
    ['🎯 POLICY RECOMMENDATIONS', ['recommendations']],
    ['📝 HOW TO USE THIS IN YOUR CSS/PMS EXAM', ['exam-use']],
    ['The issue', ['introduction', 'problem']],
    ['Recommendation 2: Meter every well', ['recommendations']],
    ['Annex B', ['annex']],
    ['Outlook 2030', ['scenarios']],
    ['Policy options for rural water', ['options']],
    ['Background and method', ['background', 'method']],
    ['Costs and benefits', ['impacts']],
    ['Funding', ['financial', 'disclosure']],
    ['Way forward (2026–2030)', ['recommendations']],
    ['Evidence/Findings', ['evidence', 'findings']],
    ['Data and sources', ['references']],
    ['Our asks', ['recommendations']],
    ['Core policy recommendations', ['recommendations']],
    ['🎯 KEY RECOMMENDATIONS', ['recommendations']],
    ['4. Our recommendations', ['recommendations']],
    ['What we recommend', ['recommendations']],
    ['What we recommend for the harbour towns', ['recommendations']],
    ['Short-term recommendations', ['recommendations']],
    ['Main findings', ['findings']],
    ['General conclusions', ['conclusion']],
    ['Key risks and major assumptions', ['risks', 'assumptions']],
    ['Proposed options', ['options']],
    ['Références', ['references']],
    ['REFERENCES BIBLIOGRAPHIQUES', ['references']],
    ['Recommandations', ['recommendations']],
    ['4. Nos principaux constats', ['findings']],
    ['Conclusion et recommandations', ['recommendations', 'conclusion']],
    ["L'analyse", ['analysis']],
    ["Plan d'action", ['implementation']],
    ['Mise en œuvre', ['implementation']],
    ['Resumen ejecutivo', ['summary']],
    ['Antecedentes y método', ['background', 'method']],
    ['Las recomendaciones', ['recommendations']],
  ] as const)('%s', (text, expected) => {
    expect(sectionKeysOf(text)).toEqual(expected);
  });

  it.each([
    'Sources of growth',
    'Reviewing the dams',
    'Notes from the field',
    'Budget airlines',
    'Risk of floods',
    'Evidence-based teaching',
    'Methods of payment',
    'The result was a stalemate',
    'Problems with pumps',
    'Issues paper',
    'Summary courts',
    'Why canals leak',
    'A recommended diet',
    'Implementing the plan',
    'Closing the wells',
    'Gender-neutral toilets',
    'Context matters most',
    'Indicators of drought',
    'Positioning the ministry',
    'Key figures',
    'Main sources',
    'General notes',
    'Policy review',
    'Core curriculum',
    'Our mission',
    'Further funding',
    'Recommended reading for pupils',
    'What the committee recommended in 2019',
    'The key to recommendations',
    'La récolte de mil',
    'El agua en los Andes',
    '',
  ])('no section: %s', (text) => {
    expect(sectionKeysOf(text)).toEqual([]);
  });

  it('finds every synonym under its key', () => {
    for (const key of sectionKeys) for (const synonym of [...(synonyms[key] ?? []), ...(foreignSynonyms[key] ?? []), ...(urduSynonyms[key] ?? [])]) expect(sectionKeysOf(synonym), synonym).toContain(key);
  });
});

describe('satisfies', () => {
  it('takes other words for the same section', () => {
    expect(satisfies('recommendations', 'recommendation')).toBe(true);
    expect(satisfies('impacts', 'comparison-of-options')).toBe(true);
    expect(satisfies('proposal', 'proposals')).toBe(true);
    expect(satisfies('problem', 'issue')).toBe(true);
    expect(satisfies('summary', 'overview')).toBe(true);
    expect(satisfies('findings', 'evidence')).toBe(true);
  });

  it('falls back one way only', () => {
    expect(satisfies('summary', 'key-messages')).toBe(true);
    expect(satisfies('key-messages', 'summary')).toBe(false);
    expect(satisfies('recommendations', 'decision-points')).toBe(true);
    expect(satisfies('decision-points', 'recommendations')).toBe(false);
  });

  it('keeps different sections apart', () => {
    expect(satisfies('further-reading', 'references')).toBe(false);
    expect(satisfies('options', 'recommendations')).toBe(false);
  });
});

describe('profiles', () => {
  it('have ids of their own', () => {
    expect(new Set(profiles.map(({ id }) => id)).size).toBe(13);
  });

  it('ask only for sections that some heading can give', () => {
    for (const { id, required } of profiles) {
      for (const wanted of required.flat()) {
        expect(sectionKeys.some((key) => synonyms[key] !== undefined && satisfies(key, wanted)), `${id}: ${wanted}`).toBe(true);
      }
    }
  });

  it('order only sections that they know', () => {
    for (const { id, required, optional, order } of profiles) {
      const known = [...required.flat(), ...optional];
      for (const rule of order) {
        for (const key of rule.kind === 'before' ? rule.sections : [rule.section]) expect(known, id).toContain(key);
      }
    }
  });
});

describe('headings in Urdu', () => {
  it.each([
    ['خلاصہ', ['summary']],
    ['۱۔ تعارف', ['introduction']],
    ['(۲) پس منظر:', ['background']],
    ['🎯 سفارشات', ['recommendations']],
    ['نتائج اور تجزیہ', ['findings', 'analysis']],
    ['حوالہ جات', ['references']],
    ['حوالہ\u200Cجات', ['references']],
    // As an Arabic keyboard types them, and with vowel marks.
    ['تجزيه', ['analysis']],
    ['پاليسي سفارشات', ['recommendations']],
    ['مُقدّمہ', ['introduction']],
    ['خلاصۂ کلام', ['summary']],
    ['مالي مضمرات', ['financial']],
    ['ضمیمہ ۲', ['annex']],
    ['عملدرآمد — اگلے اقدامات', ['implementation', 'next-steps']],
    ['پانی کی قیمت', []],
    ['کراچی میں پانی کا مسئلہ کیوں بڑھا', []],
  ])('%s', (text, expected) => {
    expect(sectionKeysOf(text)).toEqual(expected);
  });
});

describe('vocabularyWith', () => {
  const theory = toOwnKey('theory-of-change');
  if (theory === undefined) throw new Error('no key');
  const { keysOf } = vocabularyWith({ [theory]: ['How change happens', 'Logique d’intervention'], problem: ['Context', 'Big picture'] });

  it.each([
    ['How change happens', [theory]],
    ['3. HOW CHANGE HAPPENS:', [theory]],
    ['How change happens in schools', [theory]],
    ['How change happens – risks', ['risks', theory]],
    ['Logique d’intervention', [theory]],
    ['The big picture', ['problem']],
    ['Summary', ['summary']],
    ['Context', ['problem']],
    ['Context and method', ['problem', 'method']],
    ['Policy context', ['background']],
    ['Changes', []],
  ])('%s', (text, expected) => {
    expect(keysOf(text)).toEqual(expected);
  });

  it('is the shipped vocabulary where the house adds nothing', () => {
    expect(vocabularyWith({})).toBe(vocabularyWith({}));
    expect(vocabularyWith({}).keysOf('Context')).toEqual(['background']);
  });
});
