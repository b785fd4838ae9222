import { findKeys, type FoundKey } from '../text/pandoc-keys';
import { shiftSpan, sliceOf } from '../text/span';
import type { Brief } from './brief';

/**
 * Works that front matter puts into the list though no sentence cites them, with their places.
 *
 *     nocite: "@wdi2024, @{odd/key}"
 *              ^^^^^^^^  ^^^^^^^^^^
 */
export const nociteKeys = ({ text, metadata }: Brief): readonly FoundKey[] => {
  const span = metadata.frontMatter?.keySpans.get('nocite');
  return span === undefined ? [] : findKeys(sliceOf(text, span)).map((found) => ({ ...found, span: shiftSpan(found.span, span.start) }));
};

/** `nocite: "@*"` puts everything into the list on purpose. */
export const nocitesAll = ({ metadata }: Brief): boolean => JSON.stringify(metadata.frontMatter?.data['nocite'] ?? '').includes('@*');
