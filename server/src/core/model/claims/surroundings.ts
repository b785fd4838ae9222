import type { Sentence } from '../brief';
import { type SentenceContext, wordsOf } from './sentence-context';
import type { NamedValue } from './sentence-words';

/** What is counted in the sentences around one. */
const counted = ['cited', 'covered', 'first person', 'results', 'figures', 'norms', 'past', 'generalisations', 'history', 'law'] as const;

const names = counted.map((name) => `near: ${name}`);

const reach = 8;

/** The shares of the eight sentences before and after, as far as the section goes. */
export function describeSurroundings(context: SentenceContext, { index, section }: Sentence): readonly NamedValue[] {
  const { sentences } = context.brief;
  const signs = signsOf(context);
  const counts = names.map(() => 0);
  let near = 0;
  for (let other = Math.max(0, index - reach); other <= Math.min(sentences.length - 1, index + reach); other += 1) {
    if (other === index || sentences[other]?.section !== section) continue;
    near += 1;
    const shown = signs[other] ?? 0;
    for (let i = 0; i < counts.length; i += 1) counts[i] = (counts[i] ?? 0) + ((shown >> i) & 1);
  }
  return names.map((name, i) => [name, (counts[i] ?? 0) / Math.max(1, near)]);
}

const known = new WeakMap<SentenceContext, readonly number[]>();

/** By the sentence: one bit for each of `counted`. Each sentence is looked at from sixteen others. */
export function signsOf(context: SentenceContext): readonly number[] {
  const remembered = known.get(context) ?? context.brief.sentences.map((sentence) => readSigns(context, sentence));
  known.set(context, remembered);
  return remembered;
}

function readSigns(context: SentenceContext, sentence: Sentence): number {
  const { coverage, isCited, voice } = context;
  const { index, quantities } = sentence;
  const { cues, speaks } = wordsOf(context, sentence);
  const shown: Readonly<Record<(typeof counted)[number], boolean>> = {
    cited: isCited[index] === true,
    covered: (coverage.close[index] ?? null) !== null,
    'first person': speaks,
    results: cues['result'] !== undefined,
    figures: quantities.some(({ form }) => form === 'percent' || form === 'money'),
    norms: cues['norm'] !== undefined,
    past: voice.wordings[index]?.tense === 'past',
    generalisations: cues['generalisation'] !== undefined,
    history: cues['history'] !== undefined,
    law: cues['law'] !== undefined,
  };
  return counted.reduce((bits, name, i) => bits | (Number(shown[name]) << i), 0);
}
