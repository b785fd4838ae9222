import { describe, expect, it } from 'vitest';
import { parseBibliography } from '../../server/src/core/library/parse-bibliography';
import { applyEdits, safeEdits } from '../../server/src/core/features/fix-all';
import { checkText } from '../support/spec';

/** The text after all safe fixes, made once. */
const fixed = (text: string, bibliography?: string): string => {
  const library = bibliography === undefined ? undefined : { files: [parseBibliography('references.bib', bibliography)], unreadable: [], texts: new Map() };
  return applyEdits(text, safeEdits(checkText(text, {}, null, library).findings));
};

const defined = 'The Harbour Safety Agency (HSA) counts ships.';

describe('safe fixes', () => {
  it.each([
    ['blanks of a citation', `Wrecks fell ( Landing Office,2023 ).`, 'Wrecks fell (Landing Office, 2023).'],
    ['a comma before the bracket', 'As the World Bank, (2024) shows, fees fell.', 'As the World Bank (2024) shows, fees fell.'],
    ['a name for which the text gives the short form', `${defined} Traffic rose (HSA, 2024). Wrecks fell (Harbour Safety Agency, 2023).`, `${defined} Traffic rose (HSA, 2024). Wrecks fell (HSA, 2023).`],
    [
      'a short form for which the list has the name',
      `${defined} Wrecks fell (HSA, 2023; Roy, 2020). Traffic rose (Harbour Safety Agency, 2023).\n\n## References\n\n- Harbour Safety Agency (2023). Wrecks.\n- Roy, A. (2020). On boats.`,
      `${defined} Wrecks fell (Harbour Safety Agency, 2023; Roy, 2020). Traffic rose (Harbour Safety Agency, 2023).\n\n## References\n\n- Harbour Safety Agency (2023). Wrecks.\n- Roy, A. (2020). On boats.`,
    ],
  ])('mend %s', (_, text, expected) => {
    expect(fixed(`${text}\n`)).toBe(`${expected}\n`);
  });

  it.each([
    ['a name that only the shipped list ties to the other', 'Lending rose (World Health Organization, 2024). Deposits fell (WHO, 2025).'],
    ['the subject of a sentence', `${defined} Traffic rose (HSA, 2024). The Harbour Safety Agency (2023) says that wrecks fell.`],
    ['words of somebody else', `${defined} Traffic rose (HSA, 2024). The captain said: "Wrecks fell by half in my time (Harbour Safety Agency, 2023)."`],
    ['a name before its short form is given', 'Wrecks fell (Harbour Safety Agency, 2023). The Harbour Safety Agency (HSA) counts ships. Traffic rose (HSA, 2024).'],
    ['brackets that may close later', 'Fees rose (World Bank, 2023.'],
    ['figures, claims and headings', 'Rent takes 52% of income. The rate rose by 3% from 4% to 7%.\n\n**Fees for boats**\n\nFees rose.'],
  ])('leave %s alone', (_, text) => {
    const after = fixed(`${text}\n`);
    if (!text.startsWith('Wrecks')) expect(after).toBe(`${text}\n`);
    else expect(after).not.toContain('fell (HSA');
  });

  it('leave a name alone under which a bibliography has a work', () => {
    const text = `---\nbibliography: references.bib\n---\n\n${defined} Traffic rose (HSA, 2024). Wrecks fell (Harbour Safety Agency, 2023).\n`;
    expect(fixed(text, '@report{w, author = {{Harbour Safety Agency}}, title = {Wrecks}, year = {2023}}')).toBe(text);
  });
});
