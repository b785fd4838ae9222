import { describe, expect, it } from 'vitest';
import { checkDocument, type CheckResult } from '../../server/src/check';
import { applyEdits } from '../../server/src/core/features/fix-all';
import { findIgnoreHere, ignoreInFile, withReason } from '../../server/src/core/features/ignore-fix';

const rule = 'placeholder-left-in';

/** Every case holds one placeholder, "XX%", and an ordinary one stands in it for a finding of any rule. */
const cases: Readonly<Record<string, { readonly before: string; readonly after: string }>> = {
  'a paragraph': {
    before: '## Costs\n\nThe levy brings in XX% of the budget.\n',
    after: '## Costs\n\n<!-- brieflint-disable-next-line placeholder-left-in -- agreed -->\nThe levy brings in XX% of the budget.\n',
  },
  'a later line of a paragraph, which a comment line would tear apart': {
    before: 'The levy is old.\nIt brings in XX% of\nthe budget.\n',
    after: 'The levy is old.\nIt brings in XX% of <!-- brieflint-disable-line placeholder-left-in -- agreed -->\nthe budget.\n',
  },
  'a hard line break': {
    before: 'The levy is old.\nIt brings in XX%  \nof the budget.\n',
    after: 'The levy is old.\nIt brings in XX% <!-- brieflint-disable-line placeholder-left-in -- agreed -->  \nof the budget.\n',
  },
  'the first item of a list': {
    before: 'Costs:\n\n- XX% of the budget\n- nothing else\n',
    after: 'Costs:\n\n<!-- brieflint-disable-next-line placeholder-left-in -- agreed -->\n- XX% of the budget\n- nothing else\n',
  },
  'a later item of a list, which stays one list': {
    before: '1. nothing\n2. XX% of the budget\n3. little\n',
    after: '1. nothing\n   <!-- brieflint-disable-next-line placeholder-left-in -- agreed -->\n2. XX% of the budget\n3. little\n',
  },
  'an item of a list in a list': {
    before: '- costs\n  - XX% of the budget\n  - more\n- time\n',
    after: '- costs\n  <!-- brieflint-disable-next-line placeholder-left-in -- agreed -->\n  - XX% of the budget\n  - more\n- time\n',
  },
  'a cell of a table': {
    before: '| Year | Share |\n| --- | --- |\n| 2023 | 4% |\n| 2024 | XX% |\n| 2025 | 5% |\n',
    after: '| Year | Share |\n| --- | --- |\n| 2023 | 4% |\n| 2024 | XX% <!-- brieflint-disable-line placeholder-left-in -- agreed --> |\n| 2025 | 5% |\n',
  },
  'a quotation': {
    before: '> The levy is old.\n>\n> It brings in XX% of the budget.\n',
    after: '> The levy is old.\n>\n> <!-- brieflint-disable-next-line placeholder-left-in -- agreed -->\n> It brings in XX% of the budget.\n',
  },
  'the first line of a quotation': {
    before: 'They say:\n\n> It brings in XX% of the budget.\n> So they say.\n',
    after: 'They say:\n\n<!-- brieflint-disable-next-line placeholder-left-in -- agreed -->\n> It brings in XX% of the budget.\n> So they say.\n',
  },
  'a heading': {
    before: 'Text.\n\n## A levy of XX%\n\nMore text.\n',
    after: 'Text.\n\n<!-- brieflint-disable-next-line placeholder-left-in -- agreed -->\n## A levy of XX%\n\nMore text.\n',
  },
  'a footnote': {
    before: 'The levy is old.[^1]\n\n[^1]: It brings in XX% of the budget.\n',
    after: 'The levy is old.[^1]\n\n<!-- brieflint-disable-next-line placeholder-left-in -- agreed -->\n[^1]: It brings in XX% of the budget.\n',
  },
  'line ends of Windows': {
    before: '## Costs\r\n\r\nThe levy brings in XX% of the budget.\r\n',
    after: '## Costs\r\n\r\n<!-- brieflint-disable-next-line placeholder-left-in -- agreed -->\r\nThe levy brings in XX% of the budget.\r\n',
  },
};

const check = (text: string): CheckResult => checkDocument({ text, layers: [], today: null });

describe('ignoring a finding in', () => {
  for (const [name, { before, after }] of Object.entries(cases)) {
    it(name, () => {
      const { brief, findings } = check(before);
      const finding = findings.find((candidate) => candidate.rule === rule);
      if (finding === undefined) throw new Error('the case has no finding');
      const fix = findIgnoreHere(brief, finding.span, rule);
      if (fix === undefined) throw new Error('there is no place for a comment');
      const mended = applyEdits(before, [withReason(fix, 'agreed')]);
      expect(mended).toBe(after);
      const again = check(mended);
      expect(again.findings.filter((candidate) => candidate.rule === rule || candidate.group === 'setup')).toEqual([]);
      const kindsOf = (result: CheckResult): readonly string[] => result.brief.blocks.map(({ kind }) => kind).filter((kind) => kind !== 'comment');
      expect(kindsOf(again)).toEqual(kindsOf(check(before)));
    });
  }
});

describe('ignoring a rule in a file', () => {
  it.each([
    ['---\ntitle: Levy\n---\nIt brings in XX%.\n', '---\ntitle: Levy\n---\n<!-- brieflint-disable-file placeholder-left-in -- agreed -->\nIt brings in XX%.\n'],
    ['It brings in XX%.\n', '<!-- brieflint-disable-file placeholder-left-in -- agreed -->\nIt brings in XX%.\n'],
  ])('stands below the front matter: %j', (before, after) => {
    const mended = applyEdits(before, [withReason(ignoreInFile(check(before).brief, rule), 'agreed')]);
    expect(mended).toBe(after);
    expect(check(mended).findings.filter((finding) => finding.rule === rule)).toEqual([]);
  });
});

it('has no place for a comment in front matter', () => {
  const { brief } = check('---\ntitle: XX% levy\n---\n\nText.\n');
  expect(findIgnoreHere(brief, { start: 11, end: 14 }, rule)).toBeUndefined();
});
