import { findDifferences, placesOfFigures, summarizeFigures } from '../workspace/figure-summary';
import { shorten } from '../lint/message-words';
import { defineRule } from '../lint/rule';
import { spanOf } from '../text/span';

export const figureDiffersAcrossBriefs = defineRule({
  meta: {
    name: 'figure-differs-across-briefs',
    group: 'figures',
    title: 'Another brief has another value',
    levels: { differs: 'hint' },
    fix: 'none',
    needsWorkspace: true,
    options: {},
    docs: {
      what: 'A figure for which another brief of the workspace gives a value that cannot be the same: the same measure, place, year and group, and intervals that do not meet.',
      why: 'Readers hold the briefs of one team against each other. Two values for one thing make both look careless, even where one is merely newer.',
      how: 'See which one is current, and correct the other; or say what sets them apart: the source, the date of the data, the definition.',
      limits: [
        'Two figures are held against each other only if both sentences name the year, and measure, noun, place, group, bodies and source agree; what stands in tables is left out.',
        'The command line sees the briefs that it checks in one go. An editor sees those that are open, and after "Check All Briefs in the Workspace" all of them.',
        'It is a hint, for one of the two may be of an older day.',
      ],
      authority: null,
      flagged: [
        {
          text: '# Water in Kenya\n\nIn 2024, 412,000 rural households in Kenya had piped water.',
          others: { 'schools.md': '# Schools in Kenya\n\nIn 2024, 398,000 rural households in Kenya had piped water.' },
        },
      ],
      clean: [
        {
          text: '# Water in Kenya\n\nIn 2024, 412,000 rural households in Kenya had piped water.',
          others: { 'schools.md': '# Schools in Kenya\n\nIn 2024, 0.4 million rural households in Kenya had piped water. In 2022, 398,000 rural households in Kenya had piped water.' },
        },
      ],
    },
  },
  *check({ brief, others = [] }) {
    const places = placesOfFigures(brief);
    for (const { own, other, brief: otherBrief } of findDifferences(summarizeFigures(brief), others)) {
      const span = places.get(own.key);
      if (span === undefined) continue;
      yield {
        span,
        level: 'differs',
        message: `${shorten(own.written, 40)} here, ${shorten(other.written, 40)} in "${shorten(otherBrief.name, 50)}"`,
        related: [{ span: spanOf(0, 0), message: shorten(other.written, 40), other: { brief: otherBrief.address, figure: other.key } }],
      };
    }
  },
});
