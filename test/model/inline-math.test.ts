import { describe, expect, it } from 'vitest';
import { buildBrief } from '../../server/src/core/model/build-brief';
import { withoutInlineMath } from '../../server/src/core/text/inline-math';

describe('inline math', () => {
  it.each(['It costs $5 and $6.', 'From US$40 to A$30.', '$5B+ by 2028 and $3 [x].', 'R$ 5 + R$ 6 = R$ 11', 'A $ sign alone.', 'Set $HOME and $PATH.', '\\$x^2\\$'])('is not the money of "%s"', (text) => {
    expect(withoutInlineMath(text)).toBe(text);
  });

  it('is blanked, and everything else keeps its place', () => {
    expect(withoutInlineMath('So $x^2$ is.')).toBe(`So ${'\uFFFC'.repeat(5)} is.`);
  });

  it('cites nothing and marks no note', () => {
    const brief = buildBrief('---\nbibliography: a.bib\n---\n\nCosts $c[@kappa2020] + (Khan, 2024)$ and $x[^2]$ fell (Rao, 2020), [@kappa2020].\n');
    expect(brief.citations.map(({ span }) => brief.text.slice(span.start, span.end))).toEqual(['(Rao, 2020)', '[@kappa2020]']);
    expect(brief.undefinedFootnotes).toEqual([]);
  });
});

describe('a note of several paragraphs', () => {
  it('keeps their words apart', () => {
    const brief = buildBrief('Fell.[^a]\n\n[^a]: See https://towns.example/deposits.\n\n    The office counts bottles (Office, 2021).\n');
    expect(brief.footnotes[0]?.text).toBe('See https://towns.example/deposits.\nThe office counts bottles (Office, 2021).');
    expect(brief.footnotes[0]?.citations.map(({ span }) => brief.text.slice(span.start, span.end))).toEqual(['https://towns.example/deposits', '(Office, 2021)']);
  });
});
