import { describe, expect, it } from 'vitest';
import { isSourceLineStart, parseSourceLine } from '../../server/src/core/text/source-lines';
import { sliceOf } from '../../server/src/core/text/span';

const works = (text: string): readonly string[] =>
  (parseSourceLine(text)?.works ?? []).map((work) => {
    if (work.authorSpan !== null) expect(sliceOf(text, work.authorSpan)).toBe(work.author);
    if (work.yearSpan !== null) expect(sliceOf(text, work.yearSpan)).toBe(work.year);
    return [work.author, work.year, work.key && `[${work.key}]`, work.locator && `{${work.locator}}`, work.title && `<${work.title}>`].filter((part) => part !== null && part !== '').join(' ');
  });

describe('isSourceLineStart', () => {
  it.each(['Source: ONS', 'Table source: ONS', 'Official sources: ONS', 'Data from: ONS', 'Data: the World Bank (2025), tables', '**Quelle:** Hafenamt', 'Fonte: INE', 'ماخذ: ONS', 'स्रोत: ONS', 'Note: in %'])('%s', (text) => {
    expect(isSourceLineStart(text)).toBe(true);
  });

  it.each(['Sources of growth: four ports', 'Data: we asked 2,000 homes in 2024', 'Data: Surveys of homes by the Labour Office (2024) are used here', 'Data: ONS', 'Resource: ONS'])('not %s', (text) => {
    expect(isSourceLineStart(text)).toBe(false);
  });
});

describe('parseSourceLine', () => {
  it.each<[string, readonly string[]]>([
    ['Source: World Bank (2025).', ['World Bank 2025']],
    ['Source: ONS, Labour Force Survey 2020-21, Table 16.', ['ONS 2020-21 {Table 16} <ONS, Labour Force Survey 2020-21>']],
    ['*Source:* SBP.', ['SBP']],
    ['**Source**: SBP', ['SBP']],
    ['(Source: World Bank, 2025)', ['World Bank 2025']],
    ['Source: Ministry of Health, Wellbeing and Sport (2026)', ['Ministry of Health, Wellbeing and Sport 2026']],
    ['Sources: Oxford Insights (2025), World Bank (2026)', ['Oxford Insights 2025', 'World Bank 2026']],
    ['Sources: ONS (2023); UNDP (2024)', ['ONS 2023', 'UNDP 2024']],
    ['Sources: ONS (2023), UNDP (2024), and World Bank (2025) and IMF (2026)', ['ONS 2023', 'UNDP 2024', 'World Bank 2025', 'IMF 2026']],
    ['Sources: ONS, 2023, UNDP, 2024', ['ONS 2023', 'UNDP 2024']],
    ['Sources: ONS, UNDP and SBP', ['ONS', 'UNDP', 'SBP']],
    ['Source: rows 1-2 PTA (2025); row 3 ITU (2024)', ['PTA 2025', 'ITU 2024']],
    ['Source: Adapted from OECD (2025), Figure 2.3', ['OECD 2025 {Figure 2.3}']],
    ['Source: Based on IMF (2025)', ['IMF 2025']],
    ['Source: Modified from UNESCAP, 2024', ['UNESCAP 2024']],
    ['Source: World Bank (2025), World Development Indicators', ['World Bank 2025 <World Development Indicators>']],
    ['Source: Railway Office of Imria (2024), *Passengers by Line 2023*, Table 7.', ['Railway Office of Imria 2024 {Table 7} <Passengers by Line 2023>']],
    ['Sources: ONS (2024), Labour Survey 2023', ['ONS 2024', 'Labour Survey 2023 <Labour Survey 2023>']],
    ['Data: World Bank, WDI, SP.POP.TOTL.IN.ZS, accessed 1 Sept 2025.', ['World Bank [SP.POP.TOTL.IN.ZS] {accessed 1 Sept 2025} <World Bank, WDI, SP.POP.TOTL.IN.ZS>']],
    ['Source: S.R.O. 12(I)/2023', ['2023 [S.R.O. 12(I)/2023]']],
    ['Source: Dawn, 31 July 2025', ['Dawn 2025 {31 July 2025}']],
    ['Source: https://example.org/x.pdf', ['[https://example.org/x.pdf]']],
    ['Note: Values in %. Source: ONS (2023).', ['ONS 2023']],
    ['Source : INSEE (2024)', ['INSEE 2024']],
    ['Fuente: INE, 2023', ['INE 2023']],
    ['ماخذ: PBS (2024)', ['PBS 2024']],
    ["Source: Authors' calculations based on ONS (2024)", ['ONS 2024']],
    ['Source: own calculations using ONS (2024) and SBP (2025)', ['ONS 2024', 'SBP 2025']],
    ["Source: Author's survey, n = 412, May 2025", []],
    ['Source: Original to this brief', []],
    ['Note: values in %', []],
  ])('%s', (text, expected) => {
    expect(works(text)).toEqual(expected);
  });

  it.each(["Source: Authors' calculations based on ONS (2024)", "Source: Author's survey, n = 412", 'Source: Original to this brief', 'Source: own survey', 'Source: compiled by the authors'])('%s is own work', (text) => {
    expect(parseSourceLine(text)?.isOwnWork).toBe(true);
  });

  it('tells notes from sources and gives label and body', () => {
    const text = 'Sources: ONS (2023)';
    const line = parseSourceLine(text);
    expect(line).toMatchObject({ label: 'Sources', isNote: false, isOwnWork: false });
    expect(line && sliceOf(text, line.bodySpan)).toBe('ONS (2023)');
    expect(parseSourceLine('Note: n = 40')).toMatchObject({ label: 'Note', isNote: true });
  });

  it.each(['Source code: see below', 'The source: nobody knows', 'Sources', 'Source:', 'Resources: three people', ''])('%j is no source line', (text) => {
    expect(parseSourceLine(text)).toBeNull();
  });
});
