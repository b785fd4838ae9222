/**
 * What is gained and lost, and what that comes to.
 *
 *     A family loses $330 in credits and pays $193 more in tax. As it receives the grant of $550, its net income rises by $27.
 *                    −                        −                                            +                                stated
 */
import type { Brief } from '../../model/brief';
import { rememberBy } from '../../model/remember-by';
import { exactly, minus, plus, type Interval } from './interval';
import { loose, token, type Relation } from './relation';
import { areLike, type Term } from './term';

interface NetPassage extends Wording {
  readonly sentence: { readonly block: number };
  readonly wording: Wording;
}

interface Wording {
  /** The sentence alone is behind the last "¶". */
  readonly skeleton: string;
  readonly termAt: (name: string | undefined) => Term | undefined;
}

const result = new RegExp(
  [
    String.raw`\bnet (?:income|gain|loss|benefit|cost|increase|decrease|reduction|change|saving|balance|effect|rise|fall|growth)s?\b(?! before| after)[^‹;:¶()]{0,30}?${loose}${token('a', 'mn')}`,
    String.raw`\b(?:improv|worsen|strengthen|weaken)(?:e|es|ed|ing|s) (?:the |its |their )?(?:\p{L}+ )?(?:balance|budget|position|deficit|surplus) by ${loose}${token('b', 'mn')}`,
    String.raw`${token('c', 'mn')} (?:a (?:year|month) )?(?:better|worse) off\b`,
  ].join('|'),
  'u',
);

const gains = /\b(?:gain(?:s|ed|ing)?|receiv(?:e|es|ed|ing)|get(?:s|ting)?|got|earn(?:s|ed|ing)?|sav(?:e|es|ed|ing)|hir(?:e|es|ed|ing)|recruit(?:s|ed|ing)?|add(?:s|ed|ing)?|open(?:s|ed|ing)?|ris(?:e|es|ing)|rose|risen|increas(?:e|es|ed|ing)|grow(?:s|ing)?|grew|climb(?:s|ed|ing)?|credit(?:s|ed)?)\b/gu;
const losses = /\b(?:los(?:e|es|ing)|lost|pay(?:s|ing)?|paid|cost(?:s|ing)?|spend(?:s|ing)?|spent|shrink(?:s|ing)?|shrank|shrunk|fall(?:s|ing|en)?|fell|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|drop(?:s|ped|ping)?|clos(?:e|es|ed|ing)|forgo(?:es)?|reduc(?:e|es|ed|ing)|shed(?:s|ding)?|cut(?:s|ting)?)\b/gu;
/** What it is bad to have more of. */
const burdens = /\b(?:tax(?:es)?|costs?|spending|bills?|rents?|fees?|payments?|expenditures?|premiums?|charges?|outlays?)\b/u;
/** Changes that happen to a thing, so that it matters to what. */
const movements = /^(?:ris|ros|increas|grow|grew|climb|shrink|shrank|shrunk|fall|fell|decreas|declin|drop|reduc|cut)/u;
const otherReading = /\b(?:a|per|each|every) (?:year|month|week|day|head|person)\b|\bother\b|\bbefore\b|\bexcluding\b|\baltogether\b|\bon average\b|\bif\b|\bor\b|\brespectively\b|\bover the\b|\bsince\b|\bonce\b/u;

/** Within a paragraph: the sentence with the result, the one before it, and those further up as far as they are of gains and losses. */
export function* readNets(brief: Brief, passages: readonly NetPassage[]): Iterable<Relation> {
  for (const [i, passage] of passages.entries()) {
    const found = resultIn(passage.wording);
    if (found === null) continue;
    const { own, match, stated } = found;
    const relation = netOf(brief, passages, i, own.slice(0, own.lastIndexOf('‹', match.index + match[0].lastIndexOf('‹'))), stated, match.groups?.['b'] !== undefined);
    if (relation) yield relation;
  }
}

const ownPart = ({ skeleton }: Wording): string => skeleton.slice(skeleton.indexOf('¶') + 1);

const resultIn = rememberBy((wording: Wording): { readonly own: string; readonly match: RegExpExecArray; readonly stated: Term } | null => {
  const own = ownPart(wording);
  const match = result.exec(own);
  const stated = wording.termAt(match?.groups?.['a'] ?? match?.groups?.['b'] ?? match?.groups?.['c']);
  return !match || !stated || otherReading.test(own) ? null : { own, match, stated };
});

interface Entry {
  readonly term: Term;
  readonly sign: 1 | -1;
}

const netOf = (brief: Brief, passages: readonly NetPassage[], at: number, lead: string, stated: Term, isBothWays: boolean): Relation | null => {
  const passage = passages[at];
  const first = passage && entriesOf(lead, passage, stated);
  if (!passage || !first) return null;
  const windows: (readonly Entry[])[] = [first];
  for (let i = at - 1; i >= 0; i--) {
    const other = passages[i];
    // A result of its own is worked out already.
    if (other?.sentence.block !== passage.sentence.block || result.test(ownPart(other)) || brief.blocks[passage.sentence.block]?.kind === 'list') break;
    const entries = otherReading.test(ownPart(other)) ? null : entriesOf(ownPart(other), other, stated);
    if (!entries) break;
    windows.push([...entries, ...(windows.at(-1) ?? [])]);
  }
  // The message shows the two sentences that stand together; farther ones only let it come out.
  const nearest = [windows[0], windows[1]].find((window) => window !== undefined && (isBalance(window) || (isBothWays && window.length > 1)));
  if (!nearest) return null;
  const operands = windows.at(-1) ?? [];
  const kept = new Set(nearest.map(({ term }) => term));
  const skipped = operands.length - kept.size;
  return {
    stated,
    operands: operands.map(({ term }) => term),
    compute: (values) => {
      const signed = values.map((value, i) => (operands[i]?.sign === -1 ? minus(exactly(0), value) : value));
      return [skipped, ...windows.map((window) => operands.length - window.length)].map((from) => sizeOf(signed.slice(from).reduce((sum, value) => plus(sum, value), exactly(0))));
    },
    says: `${[listOf(nearest, 1), listOf(nearest, -1)].filter((text) => text !== '').join(' less ')} is`,
    form: 'figure',
    mostTimes: 4,
  };
};

const listOf = (entries: readonly Entry[], sign: Entry['sign']): string => entries.filter((entry) => entry.sign === sign).map(({ term }) => term.text).join(sign === 1 ? ' + ' : ' and ');

const isBalance = (entries: readonly Entry[]): boolean => entries.length > 1 && entries.some(({ sign }) => sign === 1) && entries.some(({ sign }) => sign === -1);

const sizeOf = ({ low, high }: Interval): Interval => (high < 0 ? { low: -high, high: -low } : low < 0 ? { low: 0, high: Math.max(-low, high) } : { low, high });

/** The amounts of a sentence with their signs; null where one of them is neither gained nor lost. */
const entriesOf = (words: string, { termAt }: NetPassage, stated: Term): readonly Entry[] | null => {
  const entries: Entry[] = [];
  let from = 0;
  for (const match of words.matchAll(/‹(\w+)›/gu)) {
    const term = termAt(match[1]);
    const clause = words.slice(from, match.index);
    from = match.index + match[0].length;
    if (!term || !areLike(term, stated)) return null;
    const sign = signOf(clause, words.slice(from, from + 12));
    if (sign === null || term.hasQualifier) return null;
    entries.push({ term, sign });
  }
  return entries;
};

const signOf = (clause: string, after: string): Entry['sign'] | null => {
  const last = (pattern: RegExp): RegExpExecArray | undefined => [...clause.matchAll(pattern)].at(-1);
  const [gain, loss] = [last(gains), last(losses)];
  const verb = (gain?.index ?? -1) > (loss?.index ?? -1) ? gain : loss;
  if (!verb) return null;
  const isMovement = movements.test(verb[0]);
  const isBad = isMovement && burdens.test(clause.slice(0, verb.index));
  const isLess = /^ (?:less|fewer)\b/u.test(after);
  const sign = verb === gain ? 1 : -1;
  return isBad !== isLess ? (sign === 1 ? -1 : 1) : sign;
};
