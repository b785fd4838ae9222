/** What is said of a claim, and of what citations cover: words alone, so that who cannot see marks and colours misses nothing. */
import type { ClaimItem, CoverageItem } from '../../../server/src/protocol';

/** For screen readers: all that the row and its tooltip say. */
export const claimLabel = (state: string, { text, asked }: Pick<ClaimItem, 'text' | 'asked'>, description: string): string =>
  [`${state}: ${text}`, ...(asked === null ? [] : [asked.message]), ...(description === '' || description === asked?.message ? [] : [description])].join(', ');

export interface CoverageCounts {
  readonly cited: number;
  readonly covered: number;
  readonly open: number;
}

export const countCoverage = (sentences: readonly Pick<CoverageItem, 'kind'>[]): CoverageCounts => {
  const count = (...wanted: readonly CoverageItem['kind'][]): number => sentences.filter(({ kind }) => wanted.includes(kind)).length;
  return { cited: count('cited'), covered: count('nearby', 'wider'), open: count('open') };
};

/** One line for each mark, with how it looks. */
export const coverageLegend = ({ cited, covered, open }: CoverageCounts): readonly string[] => [
  `${countOf(cited, 'sentence cites', 'sentences cite')} a source (double line)`,
  `${countOf(covered, 'sentence is', 'sentences are')} covered by one nearby (line; dashed: further off)`,
  `${countOf(open, 'claim is', 'claims are')} open (dotted frame)`,
];

const countOf = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
