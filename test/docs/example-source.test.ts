import { describe, expect, it } from 'vitest';
import { makePdf, type PdfLine } from '../support/make-pdf';

/** The one source among the examples that is no plain text. Every figure in it is invented. */
const pages: readonly (readonly string[])[] = [
  ['Ministry of Health of Orrin', 'Notifiable Diseases 2024', '', 'Published in June 2025', '', 'This report counts what health posts and hospitals are bound to report.', 'It says nothing of patients who see no health worker.'],
  [
    '2 Acute diarrhoea',
    '',
    'Health posts in the Orrin Valley recorded 9,300 cases of acute diarrhoea',
    'in children under five in 2024, against 7,900 cases in 2019. Two thirds of',
    'the cases fell into the months from June to September.',
    '',
    'Hospitals admitted 410 children with diarrhoea in 2024.',
  ],
  [
    '3 Drinking water',
    '',
    'The posts asked for the source of drinking water in 2,150 cases. In 1,310 of',
    'these (61%) the household used a shared well.',
    '',
    'Cases may rise again when the promoters leave, as they did in two districts',
    'in 2022.',
  ],
];

const toLines = (lines: readonly string[]): readonly PdfLine[] => lines.flatMap((text, index) => (text === '' ? [] : [{ x: 72, y: 770 - 16 * index, text }]));

describe('examples/sources/healthministry2025.pdf', () => {
  it('is what this test makes; "vitest -u" writes it anew', async () => {
    const bytes = makePdf(pages.map(toLines));
    await expect(String.fromCharCode(...bytes)).toMatchFileSnapshot('../../examples/sources/healthministry2025.pdf');
  });
});
