import { describe, expect, it } from 'vitest';
import { findAcronymDefinitions, findAcronymUses } from '../../server/src/core/text/acronyms';
import { isCommonAcronym } from '../../server/src/core/text/common-acronyms';
import { sliceOf } from '../../server/src/core/text/span';

describe('findAcronymDefinitions', () => {
  it.each<[string, string | null]>([
    ['The Ministry of IT and Telecommunication (MoITT) is', 'MoITT = Ministry of IT and Telecommunication'],
    ['the Ministry of Planning, Development and Special Initiatives (MoPD&SI)', 'MoPD&SI = Ministry of Planning, Development and Special Initiatives'],
    ['rising foreign direct investment (FDI)', 'FDI = foreign direct investment'],
    ['small and medium-sized enterprises (SMEs)', 'SME = small and medium-sized enterprises'],
    ['the National Database and Registration Authority (NADRA)', 'NADRA = National Database and Registration Authority'],
    ['public-private partnership (PPP)', 'PPP = public-private partnership'],
    ['SBP (State Bank of Pakistan)', 'SBP = State Bank of Pakistan'],
    ['PBS (Pakistan Bureau of Statistics, 2024)', 'PBS = Pakistan Bureau of Statistics'],
    ['(National Audit Office [NAO], 2025)', 'NAO = National Audit Office'],
    ['(United Nations Development Programme, UNDP, 2024)', 'UNDP = United Nations Development Programme'],
    ['Oil and Gas Regulatory Authority ("OGRA")', 'OGRA = Oil and Gas Regulatory Authority'],
    ['measurement, reporting, and verification (MRV)', 'MRV = measurement, reporting, and verification'],
    ['in Lahore (PTA) and', null],
    ['the growth of exports (GDP)', null],
    ['a long talk (see below)', null],
    ['costs (Rs) and shares (% GDP)', null],
  ])('%s', (text, expected) => {
    const found = findAcronymDefinitions(text);
    for (const definition of found) expect(sliceOf(text, definition.acronymSpan).replace(/s$/u, '')).toBe(definition.acronym);
    expect(found.map((definition) => `${definition.acronym} = ${definition.expansion}`)).toEqual(expected === null ? [] : [expected]);
  });
});

describe('findAcronymUses', () => {
  it.each<[string, readonly string[]]>([
    ['The MoITT asked NEPRA’s staff about R&D.', ['MoITT', 'NEPRA', 'R&D']],
    ['GDPR-plus rules for SMEs and VCs', ['GDPR', 'SME', 'VC']],
    ['Part II, Act XL, chapter IV', []],
    ['a PhD, PKR 5, 40 MW', []],
    ['KEY TAKEAWAYS AND MORE, this MUST NOT be', []],
    ['McKinsey, GitHub, U.S. and @PTA, A/RES/78, www.PBS.example', []],
  ])('%s', (text, expected) => {
    const uses = findAcronymUses(text);
    expect(uses.map((use) => use.acronym)).toEqual(expected);
    for (const use of uses) expect(text.slice(use.start, use.end)).toBe(use.acronym);
  });

  it('allows what everybody knows', () => {
    expect(['GDP', 'EU', 'NGO', 'NGOs', 'COVID'].every(isCommonAcronym)).toBe(true);
    expect(['PSEB', 'MoITT', 'FDI'].some(isCommonAcronym)).toBe(false);
  });
});
