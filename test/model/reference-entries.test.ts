import { describe, expect, it } from 'vitest';
import { parseReferenceEntry } from '../../server/src/core/text/reference-entries';
import { sliceOf } from '../../server/src/core/text/span';

describe('parseReferenceEntry', () => {
  it.each<[string, string | null, string | null, string | null, number | null]>([
    ['World Bank. (2025). *Roads report*. Washington, DC.', 'World Bank', '2025', 'Roads report', null],
    ['Smith, J., & Doe, K. (2023, May 3). Wide roads: a study. Publisher. https://doi.org/10.1/x', 'Smith, J., & Doe, K.', '2023', 'Wide roads: a study', null],
    ['Pakistan Software Export Board (PSEB) (2025) Exports. Islamabad.', 'Pakistan Software Export Board (PSEB)', '2025', 'Exports', null],
    ['- UNDP (n.d.). Data futures.', 'UNDP', 'n.d.', 'Data futures', null],
    ['[3] Shah, A. and Qureshi, B., 2024. Broadband and growth. Lahore: Press.', 'Shah, A. and Qureshi, B.', '2024', 'Broadband and growth', 3],
    ['¹² Shah, A. (2024). Wide roads.', 'Shah, A.', '2024', 'Wide roads', 12],
    ['1. Shah A, Qureshi B. Broadband and growth. J Roads. 2024;12(3):4-9.', 'Shah A, Qureshi B.', '2024', 'Broadband and growth', 1],
    ['Shah, Ayesha. 2024. "Broadband and growth." Journal of Roads 12 (3): 4–9.', 'Shah, Ayesha', '2024', 'Broadband and growth', null],
    ['ONS, Time Use Survey 2020-21 (London: ONS, 2022), Table 16.', 'ONS', '2022', 'Time Use Survey 2020-21', null],
    ['Ayesha Shah, Broadband and Growth (Lahore: Press, 2024), 12.', 'Ayesha Shah', '2024', 'Broadband and Growth', null],
    ['Ministry of Health, Wellbeing and Sport (2024). Vision.', 'Ministry of Health, Wellbeing and Sport', '2024', 'Vision', null],
    ['Dawn. "Exports rise." 31 July 2025.', 'Dawn', '2025', 'Exports rise', null],
    ['World Bank (2025a). Roads.', 'World Bank', '2025a', 'Roads', null],
    ['[4] C. Moss, "Dams," M.S. thesis, Delta Univ., Port Ellis, 2019.', 'C. Moss', '2019', 'Dams', 4],
    ['[6] A. Dahl, B. van den Broek, and C. Lund, *Wires*, 2nd ed. Delta: Quay, 2018.', 'A. Dahl, B. van den Broek, and C. Lund', '2018', 'Wires', 6],
    ['BoP, *Balance of Payments*, 2024.', 'BoP', '2024', 'Balance of Payments', null],
    ['*Morning Post* (2024). Tolls rise.', 'Morning Post', '2024', 'Tolls rise', null],
    ['Moss (no date). Homes.', 'Moss', 'no date', 'Homes', null],
    ['Dahl, N. (unpublished). Ports.', 'Dahl, N.', 'unpublished', 'Ports', null],
    ['Lund, P. (n.d.-b). Old maps.', 'Lund, P.', 'n.d.-b', 'Old maps', null],
    ['Ricardo, D. (1817/1951). On rent. Quay Press.', 'Ricardo, D.', '1951', 'On rent', null],
    ['Moss, C. Guide to unpublished work. Quay Press, 2020.', 'Moss, C.', '2020', 'Guide to unpublished work', null],
    ['van ’t Veer, J. (2015). Salts.', 'van ’t Veer, J.', '2015', 'Salts', null],
    ['3ie. (2020). Evidence gaps.', '3ie', '2020', 'Evidence gaps', null],
    ['https://example.org/x', null, null, null, null],
  ])('%s', (text, author, year, title, number) => {
    const entry = parseReferenceEntry(text);
    expect(entry).toMatchObject({ author, year, title, number });
    if (entry?.authorSpan) expect(sliceOf(text, entry.authorSpan)).toBe(author);
  });

  it.each(['', '   ', '---', '[3]'])('%j is no entry', (text) => {
    expect(parseReferenceEntry(text)).toBeNull();
  });
});
