/** How many columns of a terminal a text takes: two for wide characters and emoji, none for marks that sit on others. */
export const terminalWidth = (text: string): number => graphemesOf(text).reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0);

export const graphemesOf = (text: string): readonly string[] => [...segmenter.segment(text)].map(({ segment }) => segment);

/** What a terminal would obey or reorder instead of showing: control characters and marks of writing direction. Tabs become one blank. */
export const withoutControls = (text: string): string => text.replace(/\t/g, ' ').replace(controls, '\u00b7');

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

const controls = /[\p{Cc}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

const emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|[\u{1f1e6}-\u{1f1ff}]{2}/u;

const onlyMarks = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

/** East Asian wide and full-width blocks. */
const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

const graphemeWidth = (grapheme: string): number => {
  if (onlyMarks.test(grapheme)) return 0;
  return wide.test(grapheme) || emoji.test(grapheme) ? 2 : 1;
};
