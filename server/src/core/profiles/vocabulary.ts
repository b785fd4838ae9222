/**
 * What headings name which section, and which sections stand in for each other.
 *
 *     ## 3. Pakistan's Options & Way Forward      "options and way forward": options, recommendations
 *
 * A synonym matches the whole heading; a whole part of it, cut at a dash, colon, slash, bracket or "and"; or, if it has two or more words, the
 * heading's beginning. Before most of them one or two modifiers may stand: "core policy recommendations". "Sources of growth" is therefore no list of references, "Policy options for reform" is about options.
 */
import { foreignSynonyms } from './foreign-synonyms';
import { sectionKeys, type SectionKey } from './section-keys';
import { urduSynonyms } from './urdu-synonyms';

/** By key, in lower case. A synonym may stand under several keys. Keys that are mere other words for a key ("issue" for "problem") have none. */
export const synonyms: Readonly<Partial<Record<SectionKey, readonly string[]>>> = {
  summary: [
    'executive summary', 'summary', 'key takeaways', 'key messages', 'key points', 'key findings', 'main messages', 'highlights', 'in brief',
    'summary points', 'synopsis', 'abstract',
  ],
  overview: ['overview'],
  'key-messages': ['key messages', 'key takeaways', 'main messages', 'policy messages'],
  introduction: ['introduction', 'why this matters', 'why it matters', 'the issue', 'purpose', 'about this brief'],
  problem: [
    'problem', 'problem statement', 'problem definition', 'policy problem', 'the challenge', 'the issue', 'issue', 'status quo and problem definition',
    'statement of issue', 'statement of the problem',
  ],
  background: [
    'background', 'context', 'context and historical background', 'historical background', 'policy context', 'current situation', 'situation analysis',
    'landscape', 'pre-existing policies',
  ],
  method: ['method', 'methods', 'methodology', 'approach', 'about the research', 'how this brief was prepared', 'data and methods'],
  evidence: ['evidence', 'what the evidence says'],
  findings: ['findings', 'key results', 'results'],
  analysis: ['analysis', 'core analysis', 'discussion', 'key issues', 'considerations', 'consideration', 'comment'],
  considerations: ['considerations', 'consideration', 'key issues'],
  comparison: ['comparative analysis', 'international comparison', 'international comparisons', 'global context', 'benchmarking', 'lessons from elsewhere'],
  'at-a-glance': ['at a glance', 'key facts', 'fact box', 'snapshot', 'fast facts'],
  'headlines-miss': ['what headlines miss', 'what the headlines miss', 'myth and reality', 'common misconceptions'],
  timeline: ['timeline', 'chronological timeline', 'chronology', 'key dates', 'milestones'],
  'data-point': ['the grand data point', 'key statistic', 'the number to know'],
  implications: ['implications', 'strategic position and implications', 'policy implications', 'what this means', 'so what'],
  swot: [
    'strengths risks and opportunities', 'strategic assessment', 'swot', 'swot analysis', 'strengths and opportunities', 'strengths opportunities',
    'risks and vulnerabilities', 'risks vulnerabilities',
  ],
  scenarios: ['scenarios', 'three scenarios', 'what happens next', 'outlook', 'possible futures', 'forecasts'],
  constraints: ['critical constraints', 'constraints', 'barriers', 'challenges', 'limitations', 'caveats'],
  risks: ['risks', 'risks and mitigation', 'caveats'],
  limitations: ['limitations', 'caveats', 'limitations of the evidence'],
  options: ['options', 'policy options', 'options considered', 'alternatives', 'alternative policy responses', 'what could be done'],
  criteria: ['criteria', 'evaluation criteria', 'decision criteria'],
  impacts: [
    'impacts', 'impact analysis', 'costs and benefits', 'cost-benefit analysis', 'net benefit', 'comparison of options', 'comparison of the options',
  ],
  objectives: ['objectives', 'policy objectives', 'aims'],
  recommendations: [
    'recommendations', 'policy recommendations', 'recommendation', 'key recommendations', 'way forward', 'the way forward', 'what should be done',
    'what needs to be done', 'what must be done', 'what we recommend', 'we recommend', 'proposed actions', 'recommended actions', 'suggested actions', 'priority actions',
    'recommended measures', 'recommendations for action', 'suggestions', 'call to action', 'our asks', 'conclusion and recommendations', 'conclusion and way forward',
    'conclusions and recommendations',
  ],
  'decision-points': ['points for decision', 'decision points', 'decision sought', 'decisions sought', 'approval solicited', 'orders solicited'],
  implementation: ['implementation', 'implementation plan', 'implementation considerations', 'delivery', 'action plan', 'implementation schedule'],
  'next-steps': ['next steps'],
  financial: ['financial implications', 'fiscal implications', 'budget', 'costs', 'funding', 'resource implications'],
  legal: ['legal implications', 'legislative implications', 'legal and regulatory', 'legal and regulatory implications', 'human rights'],
  consultation: [
    'consultation', 'consultations', 'stakeholder consultation', 'inter-ministerial consultation', 'views of ministries', 'advice from others',
    'consultation questions',
  ],
  equity: ['equity', 'gender', 'population implications', 'distributional effects', 'inclusion'],
  review: ['monitoring and evaluation', 'monitoring evaluation and learning', 'monitoring', 'evaluation', 'review', 'indicators'],
  conclusion: [
    'conclusion', 'conclusions', 'conclusion and way forward', 'conclusion and recommendations', 'conclusions and recommendations', 'concluding remarks',
    'closing',
  ],
  references: ['references', 'reference list', 'list of references', 'bibliography', 'works cited', 'sources', 'endnotes', 'notes'],
  'further-reading': ['further reading', 'additional resources', 'related reading'],
  disclosure: [
    'conflicts of interest', 'conflict of interest', 'competing interests', 'funding', 'acknowledgements', 'acknowledgments', 'about the author',
    'about the authors',
  ],
  faq: ['frequently asked questions', 'faq', 'faqs', 'q and a', 'questions and answers'],
  'exam-use': ['how to use this in your css/pms exam', 'exam relevance', 'how to use this'],
  position: ['position', 'our position', 'the ask'],
  'counter-arguments': ['counter-arguments', 'counterarguments', 'objections', 'opposing views', 'the case against'],
  proposal: ['proposal', 'proposals', 'what we propose'],
  timing: ['timing', 'timeline for decision', 'urgency'],
  quote: ['quote', 'quotation', 'pull quote'],
  case: ['case study', 'case studies'],
  glossary: [
    'glossary', 'acronyms', 'abbreviations', 'acronyms and abbreviations', 'list of acronyms', 'list of abbreviations', 'list of terms', 'glossary of terms',
    'glossary of acronyms', 'glossary of abbreviations', 'acronyms used', 'abbreviations used',
  ],
  annex: ['annex', 'annexes', 'appendix', 'appendices'],
  figure: ['figure', 'figures'],
  assumptions: ['assumptions', 'key assumptions'],
};

/** Keys that satisfy each other. */
const equivalentKeys: readonly (readonly SectionKey[])[] = [
  ['evidence', 'findings', 'analysis'],
  ['constraints', 'risks'],
  ['implementation', 'next-steps'],
  ['recommendations', 'recommendation'],
  ['impacts', 'comparison-of-options'],
  ['proposal', 'proposals'],
  ['problem', 'issue'],
  ['summary', 'overview'],
  ['analysis', 'considerations'],
];

/** Keys that satisfy a wanted key, but not the other way round. */
const fallbacks: Readonly<Partial<Record<SectionKey, readonly SectionKey[]>>> = {
  'key-messages': ['summary'],
  'decision-points': ['recommendations'],
};

/** Sections that may stand behind whatever a profile calls last. */
export const endMatter: readonly SectionKey[] = ['references', 'further-reading', 'disclosure', 'annex', 'glossary'];

/** Does a section with `key` do where a profile asks for `wanted`? */
export const satisfies = (key: SectionKey, wanted: SectionKey): boolean =>
  key === wanted ||
  equivalentKeys.some((keys) => keys.includes(key) && keys.includes(wanted)) ||
  (fallbacks[wanted]?.includes(key) ?? false);

const pictures = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\uFE0E|\uFE0F|\u200D|\u20E3/gu;
const numbering = /^(?:(?:section|part|chapter)\s+)?(?:\(?(?:[\d۰-۹٠-٩]{1,2}(?:\.[\d۰-۹٠-٩]{1,2})*|[ivxlc]{1,6}|[a-z])[.):۔]+\s+|(?:[\d۰-۹٠-٩]{1,2}(?:\.[\d۰-۹٠-٩]{1,2})*)\s+)(?=\S)/u;
const contractions = new Set(['what', 'it', 'here', 'who', 'that', 'there', 'let', 'where', 'how', 'when', 'why']);
const words = /[\p{L}\p{N}\p{M}]+(?:['’.-][\p{L}\p{N}\p{M}]+)*/gu;

/** Lower case, without emoji, numbering, punctuation, a leading possessive and a trailing colon; "&" = "and". Empty only if no word is left. */
export const normalizeHeading = (text: string): string => toPlainWords(dropLeadingPossessive(toWords(text)));

const toWords = (text: string): readonly string[] => {
  const lower = text.normalize('NFC').toLowerCase().replace(pictures, ' ').replace(/&/g, ' and ').trim();
  const numbered = lower.replace(/^[^\p{L}\p{N}(]+/u, '').replace(numbering, '');
  return numbered.match(words) ?? lower.match(words) ?? [];
};

/** "Pakistan's options" and "our options" are "options". Three words at most belong to the owner. */
const dropLeadingPossessive = (all: readonly string[]): readonly string[] => {
  const first = all[0] ?? '';
  if (all.length > 1 && ['our', 'my', 'their', 'its', 'nos', 'notre', 'nuestras', 'nuestros'].includes(first)) return all.slice(1);
  const owner = all.slice(0, 4).findIndex((word) => /.['’]s$/.test(word) && !contractions.has(word.slice(0, -2)));
  return owner >= 0 && owner < all.length - 1 ? all.slice(owner + 1) : all;
};

interface Synonym {
  readonly text: string;
  readonly key: SectionKey;
}

/** For comparison: "Counter-arguments" is "counter arguments". The owner stays, for "our asks" is a synonym and "asks" is none. */
const plain = (text: string): string => folded(toPlainWords(toWords(withoutElision(text))));

/** Capitals are often written without accents: "RESUME" is "Résumé". */
const folded = (text: string): string => oneSpelling(text.normalize('NFD').replace(/[\u0300-\u036F]/g, '')).replaceAll('œ', 'oe').replaceAll('-', ' ');

/** Arabic and Urdu keyboards write one letter in different ways; vowel marks, hamza above a letter and stretching are as the typist likes. */
const oneSpelling = (text: string): string =>
  arabic.test(text) ? text.replace(/\p{M}|\u0640/gu, '').replace(/[يىكةهۃ]/g, (letter) => urduLetters[letter] ?? letter) : text;

const arabic = /\p{Script=Arabic}/u;

const urduLetters: Readonly<Record<string, string>> = { ي: 'ی', ى: 'ی', ك: 'ک', ه: 'ہ', ة: 'ہ', ۃ: 'ہ' };

/** "L'analyse" is "analyse". */
const withoutElision = (text: string): string => text.replace(/(?<!\p{L})[dl]['’](?=\p{L})/giu, '');

const toPlainWords = (all: readonly string[]): string => all.map((word) => word.replace(/['’.]/g, '')).join(' ');

const allSynonyms: readonly Synonym[] = sectionKeys.flatMap((key) => [...(synonyms[key] ?? []), ...(foreignSynonyms[key] ?? []), ...(urduSynonyms[key] ?? [])].map((text) => ({ text: plain(text), key })));

const byText = (all: readonly Synonym[]): ReadonlyMap<string, readonly SectionKey[]> => {
  const keys = new Map<string, SectionKey[]>();
  for (const { text, key } of all) keys.set(text, [...(keys.get(text) ?? []), key]);
  return keys;
};

const shippedKeysByText = byText(allSynonyms);

const isLong = ({ text }: Synonym): boolean => text.includes(' ');

const longShipped = allSynonyms.filter(isLong);

/** Says which sections a heading names. */
export interface Vocabulary {
  /** In the vocabulary's order, a house's own keys last; a compound heading names several. */
  readonly keysOf: (headingText: string) => readonly SectionKey[];
}

export type HouseHeadings = Readonly<Partial<Record<SectionKey, readonly string[]>>>;

/** Kept by identity: who asks again with the same headings gets the same vocabulary. */
const withHouse = new WeakMap<HouseHeadings, Vocabulary>();

/** The shipped vocabulary and the headings of a house. What a house calls a section counts before the shipped words: "Context" may be its problem. */
export const vocabularyWith = (headings: HouseHeadings): Vocabulary => {
  if (Object.keys(headings).length === 0) return shippedVocabulary;
  const known = withHouse.get(headings) ?? buildVocabulary(headings);
  withHouse.set(headings, known);
  return known;
};

const buildVocabulary = (headings: HouseHeadings): Vocabulary => {
  // The keys are those of the record.
  const entries = Object.entries(headings) as readonly (readonly [SectionKey, readonly string[] | undefined])[];
  const house = entries.flatMap(([key, texts = []]) => texts.map((text) => ({ text: plain(text), key }))).filter(({ text }) => text !== '');
  const matcher: Matcher = { house: byText(house), long: [...house.filter(isLong), ...longShipped] };
  const order: readonly SectionKey[] = [...new Set<SectionKey>([...sectionKeys, ...entries.map(([key]) => key)])];
  return { keysOf: (text) => keysOfHeading(text, matcher, order) };
};

interface Matcher {
  readonly house: ReadonlyMap<string, readonly SectionKey[]>;
  /** Of two or more words: these may be a heading's beginning. */
  readonly long: readonly Synonym[];
}

export const shippedVocabulary: Vocabulary = { keysOf: (text) => keysOfHeading(text, shippedMatcher, sectionKeys) };

const shippedMatcher: Matcher = { house: new Map(), long: longShipped };

const hardCuts = /\s*[–—―:/|·•;()[\]]+\s*|\s+-+\s+/u;
const softCut = /\s+(?:and|&|et|y|اور|و)\s+/iu;
const trailingNumber = /\s(?:[\d۰-۹٠-٩]{1,2}|[a-z]|[ivx]{1,4}|(?:19|20)\d\d(?:-\d{2,4})?)$/u;

/** Keys of the shipped vocabulary alone. */
export const sectionKeysOf = (headingText: string): SectionKey[] => [...shippedVocabulary.keysOf(headingText)];

const keysOfHeading = (headingText: string, matcher: Matcher, order: readonly SectionKey[]): readonly SectionKey[] => {
  if (headingText.length > 200) return [];
  const forms = formsOf(headingText);
  const ofHouse = forms.flatMap((form) => matcher.house.get(form) ?? []);
  if (ofHouse.length > 0) return order.filter((key) => ofHouse.includes(key));
  const found = new Set<SectionKey>();
  const add = (keys: readonly SectionKey[]): void => {
    for (const key of keys) found.add(key);
  };
  for (const form of forms) {
    for (const { text, key } of matcher.long) if (form === text || form.startsWith(`${text} `)) found.add(key);
  }
  add(keysOfWhole(headingText, matcher));
  for (const segment of headingText.split(hardCuts)) {
    const keys = keysOfWhole(segment, matcher);
    add(keys);
    // "Costs and benefits" is one thing, not costs and something else.
    if (keys.length === 0) for (const part of segment.split(softCut)) add(keysOfWhole(part, matcher));
  }
  return order.filter((key) => found.has(key));
};

const keysOfWhole = (text: string, { house }: Matcher): readonly SectionKey[] => {
  const forms = formsOf(text);
  const ofHouse = forms.flatMap((form) => house.get(form) ?? []);
  const keys = ofHouse.length > 0 ? ofHouse : forms.flatMap((form) => shippedKeysByText.get(form) ?? []);
  if (keys.length > 0) return keys;
  return forms.flatMap((form) => shippedKeysByText.get(withoutModifiers(form)) ?? []).filter((key) => !isChangedByModifier.has(key));
};

const modifiers = /^(?:(?:additional|core|detailed|final|further|general|immediate|key|legislative|long term|main|major|medium term|national|our|overall|overarching|policy|practical|principal|priority|proposed|regulatory|short term|specific|strategic|suggested|technical)\s+){1,2}/;

const withoutModifiers = (form: string): string => form.replace(modifiers, '');

/** "Key figures" are numbers, "general notes" no list of references, "policy review" reviews a policy. */
const isChangedByModifier: ReadonlySet<SectionKey> = new Set([
  'annex', 'case', 'disclosure', 'exam-use', 'faq', 'figure', 'financial', 'further-reading', 'glossary', 'introduction', 'legal', 'position', 'quote', 'references', 'review', 'timing',
]);

/** The ways to read it: with and without a leading possessive or article and a trailing number. */
const formsOf = (text: string): readonly string[] => {
  const forms = new Set<string>();
  for (const form of [plain(text), folded(normalizeHeading(text))]) {
    for (const variant of [form, form.replace(/^(?:the|a|an|la|le|les|el|las|los) /, '')]) {
      forms.add(variant);
      forms.add(variant.replace(trailingNumber, ''));
    }
  }
  forms.delete('');
  return [...forms];
};
