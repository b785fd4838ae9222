import fc from 'fast-check';

/** Lines that briefs are made of, and lines that break parsers; joined at random they make hostile documents. */
const pieces = [
  '# Title', '## Summary', '### Options', '**Background**', '⚡ KEY TAKEAWAYS', 'Frequently Asked Questions', 'Setext\n===', '- item with 5% (PBS, 2024)', '  - nested **bold:** text',
  '1. first', '- [ ] task', '- [x] done', '> quoted “words” here', '> — Somebody, 2024', '> [!NOTE] Key takeaways', '> [!tip]', '::: {.key-takeaways}', ':::', ':::box[A]', '::leaf[x]{y=1}', '$$', '$$x$$',
  '```', '~~~md', '| a | b |', '|---|---:|', '| 12% | $5 million |', '| “x” | y', 'Source: PBS (2023), UNDP (2024)', 'Sources: [@wdi2025]', '*Note:* values in %', '<table>', '</table>', '<tr><td>1</td></tr>',
  '<!-- brieflint-disable-next-line x -- y -->', '<!--', '-->', '<div>', '</div>', '<sup>1</sup>', '---', '...', 'title: "x', '[^1]: Note with 3 million.', 'Text.[^1] More^[inline, 2020] text.', '[a]: https://example.org',
  'Growth was 3.1% in 2024 (World Bank, 2025; OECD, 2024a).', 'According to Khan et al. (2019), “it is so”.', '"A whole paragraph in quotes that goes on for many words."', '‘single’ and citizens’ data', 'Dr. Khan said: “No. 5 cost Rs. 5 billion.”',
  '&nbsp;5&amp;6&#x20;', '\\*not emphasis\\*', '**unclosed', '[link](https://example.org "t")', '[ref][a]', '![img](a.png)', '`code`', 'سطر اردو ۔', '中文。', '😀👩‍👩‍👧', '\u0000', '\uFEFF', '\t', '    indented', '', '', '',
];

const line = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pieces) }, { weight: 2, arbitrary: fc.string({ maxLength: 30, unit: 'grapheme' }) }, { weight: 1, arbitrary: fc.string({ maxLength: 20, unit: 'binary' }) });

/** Markdown-like text of up to `maxLines` lines with mixed line ends, without a byte-order mark. */
export const markdown = (maxLines = 30): fc.Arbitrary<string> =>
  fc.array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n\n', '\r\n', '\r\n\r\n', '\r')), { maxLength: maxLines }).map((parts) => parts.map(([text, end]) => text + end).join('').replace(/^\uFEFF+/, ''));
