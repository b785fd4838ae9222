/** The amounts of a list, one an item, and what the sentence before or behind the list says that they come to. */
import type { Block, Brief, ListBlock } from '../../model/brief';
import { nextBlock, topItems } from '../counts/listed-things';
import type { Relation } from './relation';
import { sumRelation } from './sum-relations';
import { areLike, type Term } from './term';

interface ListPassage {
  readonly sentence: { readonly block: number; readonly index: number; readonly span: { readonly start: number } };
  readonly skeleton: string;
  readonly termAt: (name: string | undefined) => Term | undefined;
}

/** "Together, these cost $45 million", "The total is $45 million", "In all, $45 million is set aside." */
const behind = /^ ?(?:(?:al)?together|in (?:total|all|sum)|all told|combined|the (?:combined |overall |grand )?(?:total|sum)(?: \p{L}+)? (?:of|is|was|comes to)|these (?:\p{L}+ )?(?:add up|come|amount|total))\b[^‹]*‹(?<t>m\d+)›(?<rest>[^‹]*)$/u;
/** "The works cost $45 million in total:", "A total of $45 million is spent as follows:" */
const inFront = /^(?:[^‹]*\b(?:total(?:s|led|ling)?|altogether|in all)\b[^‹]*‹(?<t>m\d+)›[^‹]*|[^‹]*‹(?<u>m\d+)› (?:in total|in all|altogether|made up of|consisting of|comprising)\b[^‹]*|[^‹]*‹(?<v>m\d+)›[^‹]* (?:as follows|made up of|split between|split as follows|broken down as follows|divided as follows))[:.]$/u;
/** Some of them, or more than them. */
const notAll = /\b(?:includ\w+|such as|among|for example|main|mainly|largest|biggest|notably|with|plus|other|others|another|further|additional|more|at least|per|each|every|average|until|since|up to|range)\b/u;
const itemOfOther = /\b(?:of which|of that|includ\w+|to|per|each|every|a (?:year|month|week|day)|total|compared|from|instead|currently|up|down|less|minus)\b/u;

export function* readListedSums(brief: Brief, passages: readonly ListPassage[]): Iterable<Relation> {
  const byBlock = new Map<number, ListPassage[]>();
  for (const passage of passages) {
    const known = byBlock.get(passage.sentence.block);
    if (known) known.push(passage);
    else byBlock.set(passage.sentence.block, [passage]);
  }
  for (const block of brief.blocks) {
    if (block.kind !== 'list' || !byBlock.has(block.index)) continue;
    const parts = amountsOf(block, byBlock.get(block.index) ?? []);
    const [first] = parts;
    if (!first || !parts.every((part) => areLike(part, first))) continue;
    for (const stated of totalsOf(brief, block, byBlock)) if (areLike(stated, first) && parts.every(({ value }) => value < stated.value)) yield { ...sumRelation(parts, stated), mostTimes: 1.6 };
  }
}

/** One amount of money in each item, none left out; else nothing. */
const amountsOf = (list: ListBlock, passages: readonly ListPassage[]): readonly Term[] => {
  const items = topItems(list);
  if (items.length < 2 || items.length !== list.items.length) return [];
  const amounts = items.flatMap(({ span }) => {
    const own = passages.filter(({ sentence }) => span.start <= sentence.span.start && sentence.span.start < span.end);
    const [passage] = own;
    const words = passage?.skeleton.slice(passage.skeleton.indexOf('¶') + 1) ?? '';
    const names = [...words.matchAll(/‹(\w+)›/gu)].map(([, name]) => name);
    const term = passage?.termAt(names[0]);
    return own.length === 1 && names.length === 1 && term?.kind === 'm' && !term.hasQualifier && !itemOfOther.test(words) ? [term] : [];
  });
  return amounts.length === items.length ? amounts : [];
};

function* totalsOf(brief: Brief, list: Block, byBlock: ReadonlyMap<number, readonly ListPassage[]>): Iterable<Term> {
  const intro = brief.blocks[list.index - 1];
  const last = intro?.kind === 'paragraph' && intro.section === list.section ? byBlock.get(intro.index)?.at(-1) : undefined;
  const front = last && inFront.exec(ownWords(last));
  const introWords = last ? ownWords(last) : introOf(brief, intro);
  if (last && front && !notAll.test(introWords)) yield* [last.termAt(front.groups?.['t'] ?? front.groups?.['u'] ?? front.groups?.['v'])].filter((term) => term !== undefined);
  const next = nextBlock(brief, list);
  const [first] = next?.kind === 'paragraph' ? (byBlock.get(next.index) ?? []) : [];
  const summed = first && next && brief.sentences.find(({ block }) => block === next.index)?.index === first.sentence.index ? behind.exec(ownWords(first)) : null;
  const stated = summed ? first?.termAt(summed.groups?.['t']) : undefined;
  if (stated && !notAll.test(introWords) && !notAll.test(summed?.[0] ?? '')) yield stated;
}

/** What leads up to the list, also where it has no figure. */
const introOf = (brief: Brief, intro: Block | undefined): string => (intro?.kind === 'paragraph' ? brief.text.slice(intro.span.start, intro.span.end).toLowerCase() : '');

const ownWords = ({ skeleton }: ListPassage): string => skeleton.slice(skeleton.indexOf('¶') + 1).trim();
