import { describe, expect, it } from 'vitest';
import type { CitationOptions } from '../../server/src/core/text/citations';
import { findCitations } from '../../server/src/core/text/citations';
import { sliceOf } from '../../server/src/core/text/span';

/** "style: author year [key] {locator} <title>" of each work, a citation per line. */
const cited = (text: string, options?: CitationOptions): readonly string[] =>
  findCitations(text, options).citations.map((citation) => {
    const works = citation.works.map((work) => {
      if (work.authorSpan !== null) expect(sliceOf(text, work.authorSpan)).toBe(work.author);
      const parts = [work.author, work.year, work.key && `[${work.key}]`, work.locator && `{${work.locator}}`, work.title && `<${work.title}>`];
      return parts.filter((part) => part !== null && part !== '').join(' ');
    });
    return `${citation.style}: ${works.join(' + ')}${citation.isOwnWork ? ' (own)' : ''}`;
  });

const friends = (text: string): readonly string[] => findCitations(text).falseFriends.map((friend) => `${friend.kind}: ${friend.name}${friend.year === null ? '' : ` ${friend.year}`}`);

const withList: CitationOptions = { numbered: true, hasBibliography: false };
const withBibliography: CitationOptions = { numbered: false, hasBibliography: true };

describe('findCitations', () => {
  it.each<[string, string, readonly string[]]>([
    ['C1', 'Exports grew (WTO, 2026).', ['parenthetical: WTO 2026']],
    ['C1', 'Exports grew (MoITT 2025).', ['parenthetical: MoITT 2025']],
    ['C1', 'Slums grew (UN-Habitat, 2024).', ['parenthetical: UN-Habitat 2024']],
    ['C2', 'Rates fell (the Bank of England, 2025).', ['parenthetical: Bank of England 2025']],
    ['C2', 'Wages fell (Department for Work & Pensions, 2024).', ['parenthetical: Department for Work & Pensions 2024']],
    ['C3', 'It did (Shah, 2024).', ['parenthetical: Shah 2024']],
    ['C3', 'It did (Shah and Qureshi, 2024).', ['parenthetical: Shah and Qureshi 2024']],
    ['C3', 'It did (Shah et al., 2024: 17).', ['parenthetical: Shah et al. 2024 {17}']],
    ['C3', 'It did (Shah, Qureshi, & Baloch, 2024).', ['parenthetical: Shah, Qureshi, & Baloch 2024']],
    ['C3', 'It did (van der Berg, 2021).', ['parenthetical: van der Berg 2021']],
    ['C4', 'The World Bank (2025) estimates so.', ['narrative: World Bank 2025']],
    ['C4', 'ILO (2026) finds so; Shah (2024) does not.', ['narrative: ILO 2026', 'narrative: Shah 2024']],
    ['C4', 'Shah and Qureshi (2024) argue.', ['narrative: Shah and Qureshi 2024']],
    ['C4', 'Shah, Qureshi and Baloch (2024) argue.', ['narrative: Shah, Qureshi and Baloch 2024']],
    ['C4', "The World Bank's (2025) estimate is low.", ['narrative: World Bank 2025']],
    ['C4', 'The Ministry of Planning, Development and Special Initiatives (2024) warns.', ['narrative: Ministry of Planning, Development and Special Initiatives 2024']],
    ['C4', 'U.S. Census Bureau (2024) data show it.', ['narrative: U.S. Census Bureau 2024']],
    ['C5', 'According to the World Bank (2025), it is.', ['narrative: World Bank 2025']],
    ['C5', 'Engineers of the Energy Agency (2025b) suggest it.', ['narrative: Energy Agency 2025b']],
    ['C4', 'Scientists for Future (2021) ask for it.', ['narrative: Scientists for Future 2021']],
    ['C5', "D'après l'Insee (2024), les prix baissent.", ['narrative: Insee 2024']],
    ['C5', 'Les loyers baissent (selon l’Insee, 2022).', ['parenthetical: Insee 2022']],
    ['C5', "L'Oréal (2021) and D'Souza (2020) agree with L'OCDE (2019).", ["narrative: L'Oréal 2021", "narrative: D'Souza 2020", 'narrative: OCDE 2019']],
    ['C5', 'As reported by ONS (2024), it is.', ['narrative: ONS 2024']],
    ['C5', 'Data from Eurostat (2025) show it.', ['narrative: Eurostat 2025']],
    ['C5', 'In Nairobi, Shah and Qureshi (2024) saw it. However, Baloch (2020) did not.', ['narrative: Shah and Qureshi 2024', 'narrative: Baloch 2020']],
    ['C5', 'According to ONS, it is.', []],
    ['C5', 'According to the WHO (2023), it is.', ['narrative: WHO 2023']],
    ['C4', 'WHO (2023) counts them. Who (2023) would?', ['narrative: WHO 2023']],
    ['C6', 'It is (OECD, 2026; World Bank, 2025).', ['parenthetical: OECD 2026 + World Bank 2025']],
    ['C6', 'It is (ONS, 2023, 2024).', ['parenthetical: ONS 2023 + ONS 2024']],
    ['C6', 'It is (see UNDP, 2024; cf. IMF, 2025).', ['parenthetical: UNDP 2024 + IMF 2025']],
    ['C6', 'It is (OECD 2026, World Bank 2025).', ['parenthetical: OECD 2026 + World Bank 2025']],
    ['C7', 'It is (National Audit Office [NAO], 2025).', ['parenthetical: National Audit Office 2025']],
    ['C7', 'It is (National Audit Office (NAO), 2025).', ['parenthetical: National Audit Office 2025']],
    ['C7', 'It is (United Nations Development Programme, UNDP, 2024).', ['parenthetical: United Nations Development Programme 2024']],
    ['C7', 'National Audit Office (NAO) (2025) says so.', ['narrative: National Audit Office 2025']],
    ['C8', 'It is (NEPRA Annual Report 2023).', ['parenthetical: NEPRA 2023 <NEPRA Annual Report 2023>']],
    ['C8', 'It is (Economic Survey of Kenya 2024-25).', ['parenthetical: Economic Survey of Kenya 2024-25 <Economic Survey of Kenya 2024-25>']],
    ['C8', 'It is (Human Development Report 2023/24).', ['parenthetical: Human Development Report 2023/24 <Human Development Report 2023/24>']],
    ['C8', 'According to the Time Use Survey 2019-20, it is.', ['narrative: Time Use Survey 2019-20 <Time Use Survey 2019-20>']],
    ['C8', 'The Living Standards Survey (2019) and the Global Peace Index (2025) agree.', ['narrative: Living Standards Survey 2019 <Living Standards Survey>', 'narrative: Global Peace Index 2025 <Global Peace Index>']],
    ['C8', "The World Bank's Global Outlook (2025) agrees.", ['narrative: World Bank 2025 <Global Outlook>']],
    ['C9', 'It is (World Bank, 2025a); ONS (2024a, 2024b) agrees, and PTA (2023a, b).', ['parenthetical: World Bank 2025a', 'narrative: ONS 2024a + ONS 2024b', 'narrative: PTA 2023a + PTA 2023b']],
    ['C10', 'A (NADRA, n.d.), b (Shah, forthcoming), c (PIDE, in press), d (MoPD&SI, unpublished).', ['parenthetical: NADRA n.d.', 'parenthetical: Shah forthcoming', 'parenthetical: PIDE in press', 'parenthetical: MoPD&SI unpublished']],
    ['C11', 'A (SBP, 2025, p. 41), b (IMF 2025: 12), c (Finance Division, 2025, Table 3.2).', ['parenthetical: SBP 2025 {p. 41}', 'parenthetical: IMF 2025 {12}', 'parenthetical: Finance Division 2025 {Table 3.2}']],
    ['C11', 'SBP (2025, pp. 3-5) says so.', ['narrative: SBP 2025 {pp. 3-5}']],
    ['C12', 'A (ONS, 2021, cited in World Bank, 2024).', ['parenthetical: ONS 2021 + World Bank 2024']],
    ['C12', 'A (as cited in UNDP, 2024).', ['parenthetical: UNDP 2024']],
    ['C12', 'Shah (2019, quoted in Dawn, 2023) says.', ['narrative: Shah 2019 + Dawn 2023']],
    ['C13', 'Prices rose^[ONS 2024, Table 4.] again.', ['footnote: ONS 2024 {Table 4}']],
    ['C13', 'Prices rose^[Personal note of the minister.] again.', ['footnote: <Personal note of the minister.>']],
    ['C17', 'See https://example.org/data/a_(b).', ['link: [https://example.org/data/a_(b)]']],
    ['C17', 'Data (www.example.org/x), <https://example.org> and doi:10.1000/xyz123.', ['link: [www.example.org/x]', 'link: [https://example.org]', 'link: [doi:10.1000/xyz123]']],
    ['C17', 'A (World Bank, 2025, https://example.org/report.pdf).', ['parenthetical: World Bank 2025']],
    ['C20', "Own figures (authors' calculations).", ['parenthetical:  (own)']],
    ['C20', "Own figures (authors' calculations based on ONS, 2024).", ['parenthetical: ONS 2024 (own)']],
    ['C22', 'World Bank, WDI, SP.POP.TOTL.IN.ZS, accessed 1 Sept 2025', ['data-portal: World Bank [SP.POP.TOTL.IN.ZS] {accessed 1 Sept 2025} <World Bank, WDI, SP.POP.TOTL.IN.ZS>']],
    ['C22', 'SBP EasyData, series TS_GP_FOO_1, 12 Mar 2026', ['data-portal: SBP [TS_GP_FOO_1] {12 Mar 2026} <SBP EasyData, series TS_GP_FOO_1>']],
    ['C22', 'UN Comtrade, HS 8517, reporter 404', ['data-portal: UN [HS 8517] {reporter 404} <UN Comtrade, HS 8517>']],
    ['C23', 'Sale of Widgets Act, 2015 (Act No. XII of 2015), s. 9', ['instrument: 2015 [Act No. XII of 2015] {s. 9} <Sale of Widgets Act, 2015>']],
    ['C23', 'under S.R.O. 12(I)/2023 and SRO 1190(I)/2019', ['instrument: 2023 [S.R.O. 12(I)/2023]', 'instrument: 2019 [SRO 1190(I)/2019]']],
    ['C23', 'Constitution, Art. 25A; PLD 2011 SC 12; 2015 SCMR 456', ['instrument: {Art. 25A} <Constitution>', 'instrument: 2011 [PLD 2011 SC 12]', 'instrument: 2015 [2015 SCMR 456]']],
    ['C24', 'Regulation (EU) 2022/2065, Art. 6', ['instrument: 2022 [Regulation (EU) 2022/2065] {Art. 6}']],
    ['C24', 'the Data Act, 2023 (India)', ['instrument: 2023 <Data Act, 2023 (India)>']],
    ['C24', 'Kyoto Protocol, Art. 3.1(a)', ['instrument: {Art. 3.1(a)} <Kyoto Protocol>']],
    ['C24', 'Directive 95/46/EC and Public Law 117-58', ['instrument: [Directive 95/46/EC]', 'instrument: [Public Law 117-58]']],
    ['C25', 'A/RES/70/1 and FCCC/CP/2015/10', ['instrument: [A/RES/70/1]', 'instrument: 2015 [FCCC/CP/2015/10]']],
    ['C25', 'Senate, Question No. 17, 12 Feb 2025', ['instrument: 2025 [Senate, Question No. 17, 12 Feb 2025]']],
    ['C26', 'It said so (Dawn, 31 July 2025).', ['parenthetical: Dawn 2025 {31 July 2025}']],
    ['C26', 'It said so (Reuters, July 31, 2025).', ['parenthetical: Reuters 2025 {July 31, 2025}']],
    ['C26', 'PM Secretariat, press release, 30 July 2025', ['parenthetical: PM Secretariat 2025 {30 July 2025} <press release>']],
    ['C26', 'Interview with a tax official, Nairobi, 4 June 2025', ['parenthetical: Interview with a tax official 2025 {4 June 2025}']],
    ['C27', 'as of 30 June 2025, as at March 2026 (latest available, accessed 5 May 2026)', []],
    ['C28', 'in FY2024-25, 2024/25 and PSLM 2019-20', []],
    ['remark', 'A (Moss 2014, esp. pp. 7–9; Dahl 2016).', ['parenthetical: Moss 2014 {pp. 7–9} + Dahl 2016']],
    ['remark', 'A (Moss, 2014, in particular Table 3), b (see Ødegård 2016, especially ch. 2).', ['parenthetical: Moss 2014 {Table 3}', 'parenthetical: Ødegård 2016 {ch. 2}']],
    ['remark', 'A (Moss, 2014, and the sources therein), b (Dahl, 2016, which covers towns only).', ['parenthetical: Moss 2014', 'parenthetical: Dahl 2016']],
    ['remark', 'A (Moss, 2014, but see Dahl, 2016).', ['parenthetical: Moss 2014 + Dahl 2016']],
    ['remark', 'Moss (2014, esp. p. 4) and Dahl (2016, and references therein) agree.', ['narrative: Moss 2014 {p. 4}', 'narrative: Dahl 2016']],
    ['years', 'A (Ricardo, 1817/1951), b (Ricardo, [1817] 1951), c (Ricardo, 1951 [1817]).', ['parenthetical: Ricardo 1951', 'parenthetical: Ricardo 1951', 'parenthetical: Ricardo 1951']],
    ['years', 'A (Moss, c. 1870), b (Dahl, submitted), c (Lund, n.d.-b), d (Lund, In press).', ['parenthetical: Moss 1870', 'parenthetical: Dahl submitted', 'parenthetical: Lund n.d.-b', 'parenthetical: Lund In press']],
    ['years', 'Moss (no date) and Dahl (in preparation) agree.', ['narrative: Moss no date', 'narrative: Dahl in preparation']],
    ['particles', 'New work by van den Broek (2019), as von Arnim (2020) says.', ['narrative: van den Broek 2019', 'narrative: von Arnim 2020']],
    ['particles', 'See de la Torre (2018). So du Plessis (2017) says, and ter Braak (2016).', ['narrative: de la Torre 2018', 'narrative: du Plessis 2017', 'narrative: ter Braak 2016']],
    ['particles', 'Also van ’t Veer (2015). Writes dos Reis (2014), it rains.', ['narrative: van ’t Veer 2015', 'narrative: dos Reis 2014']],
    ['particles', 'A (van ’t Veer, 2015; ter Braak, 2016; de la Torre and da Silva, 2018).', ['parenthetical: van ’t Veer 2015 + ter Braak 2016 + de la Torre and da Silva 2018']],
    ['particles', 'Le rapport du Ministère (2023), selon la Banque (2024); as do Moss and Dahl (2016).', ['narrative: Ministère 2023', 'narrative: Banque 2024', 'narrative: Moss and Dahl 2016']],
    ['particles', 'Soto, de la Torre and van Dam (2000) agree with D. de Mello (2001).', ['narrative: Soto, de la Torre and van Dam 2000', 'narrative: D. de Mello 2001']],
    ['particles', 'Read and Moss (2012) agree. Read Moss (2012) first.', ['narrative: Read and Moss 2012', 'narrative: Moss 2012']],
    ['odd names', 'Sky News (2024) says so (NBC News, 2023). Winters (2004) does not.', ['narrative: Sky News 2024', 'parenthetical: NBC News 2023', 'narrative: Winters 2004']],
    ['odd names', 'Rowntree & Daughters plc (2020), Brot e.V. (2019) and eLife Inc. (2018) report.', ['narrative: Rowntree & Daughters plc 2020', 'narrative: Brot e.V. 2019', 'narrative: eLife Inc. 2018']],
    ['odd names', 'Says a2i (2019), and 3ie (2020), and data.gov.sg (2021); by 5bn (2020).', ['narrative: a2i 2019', 'narrative: 3ie 2020', 'narrative: data.gov.sg 2021']],
    ['odd names', 'A (a2i, 2019; 3ie, 2020; data.gov.sg, 2021).', ['parenthetical: a2i 2019 + 3ie 2020 + data.gov.sg 2021']],
    ['odd names', 'A (Kenya, Ministry of Health, 2024), b (Sindh, Government of, 2023).', ['parenthetical: Kenya, Ministry of Health 2024', 'parenthetical: Sindh, Government of 2023']],
    ['mixed', 'A (World Bank, 2025; A/RES/70/1) b (for a review, see Shah, 2024) c (see Table 2; ONS, 2024).', ['parenthetical: World Bank 2025 + [A/RES/70/1]', 'parenthetical: Shah 2024', 'parenthetical: ONS 2024']],
    ['joint', 'OECD and the World Bank (2024) agree. Kenya and the World Bank (2024) agree.', ['narrative: OECD and the World Bank 2024', 'narrative: World Bank 2024']],
  ])('%s: %s', (_row, text, expected) => {
    expect(cited(text).map((line) => line.replace(/: {2}\(own\)/u, ':  (own)'))).toEqual(expected);
  });

  it('reads numbers only where the document has a numbered list', () => {
    const text = 'Prices rose [3], wages fell [2, 5-7] and rents too (12). So did costs.¹ The flat has 50 m².';
    expect(cited(text)).toEqual([]);
    expect(cited(text, withList)).toEqual(['numbered: [3]', 'numbered: [2] + [5] + [6] + [7]', 'numbered: [12]', 'numbered: [1]']);
    expect(cited('- [ ] open, [see here] and [2024]', withList)).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    ['[4, p. 12] and [6, pp. 3–5; 7, ch. 2]', ['numbered: [4] {p. 12}', 'numbered: [6] {pp. 3–5} + [7] {ch. 2}']],
    ['[3]–[5] and [1][2]', ['numbered: [3] + [4] + [5]', 'numbered: [1]', 'numbered: [2]']],
    ['Rose.^3^ Fell^1,4–6^ too, by 10^3^ m^2^', ['numbered: [3]', 'numbered: [1] + [4] + [5] + [6]']],
    ['Rose.¹⁻³', ['numbered: [1] + [2] + [3]']],
    ['[5 mg], [1 in 4], [3 parts per million], [a table][3], [3]: no, [3](no)', []],
  ])('reads the numbers in %s', (text, expected) => {
    expect(cited(text, withList)).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    ['[@wdi2025]', ['key: [wdi2025]']],
    ['[see @sbp2025, p. 4; @imf2025]', ['key: [sbp2025] {p. 4} + [imf2025]']],
    ['[-@ons2024]', ['key: [ons2024]']],
    ['@ons2024 shows', ['key: [ons2024]']],
    ['@ons2024 [p. 3] shows', ['key: [ons2024] {p. 3}']],
    ['@ons2024 [p. 3; @ifs2025, p. 9] shows', ['key: [ons2024] {p. 3} + [ifs2025] {p. 9}']],
    ['@ons2024 [see @ifs2025] shows', ['key: [ons2024]', 'key: [ifs2025]']],
    ['[@{https://example.org/a}] and @{odd:key}.', ['key: [https://example.org/a]', 'key: [odd:key]']],
    ['as in @smith:2020.', ['key: [smith:2020]']],
    ['It fell [^@ons2024] and [^@{odd:key}].', []],
    ['mail a.b@example.org, see @fig-map, [@tbl-one] and @sec-two', []],
  ])('reads keys in %s', (text, expected) => {
    expect(cited(text, withBibliography)).toEqual(expected);
  });

  it('takes a bare @word for a handle where there is no bibliography', () => {
    expect(cited('Follow @someone on social media.')).toEqual([]);
    expect(friends('Follow @someone; see @fig-map.')).toEqual(['handle: @someone', 'cross-reference: fig-map']);
    expect(cited('Growth [@someone2020].')).toEqual(['key: [someone2020]']);
  });
});

describe('false friends', () => {
  it.each<[string, readonly string[]]>([
    ['the Online Safety Act (2023)', ['instrument-year: Online Safety Act 2023']],
    ['the National Water Policy framework (2018)', ['instrument-year: National Water Policy framework 2018']],
    ['"Part L" Building Regulation (2022)', ['instrument-year: Building Regulation 2022']],
    ['Labour Policy (2018)', ['instrument-year: Labour Policy 2018']],
    ['GDPR (2016)', ['instrument-year: GDPR 2016']],
    ['(Finance Act, 2025)', ['instrument-year: Finance Act 2025']],
    ['Vision 2025 (2014)', ['instrument-year: Vision 2025 2014']],
    ['COP26 (2021)', ['event-year: COP26 2021']],
    ['Lahore (1940)', ['event-year: Lahore 1940']],
    ['the Munir Commission (1954)', ['event-year: Munir Commission 1954']],
    ['(Karachi, 2024)', ['event-year: Karachi 2024']],
    ['Windows Vista (2007)', ['event-year: Windows Vista 2007']],
    ['GPT-3 (2020)', ['event-year: GPT-3 2020']],
    ['Apollo 13 (1970)', ['event-year: Apollo 13 1970']],
    ['Hurricane Mitch (1998)', ['event-year: Hurricane Mitch 1998']],
    ['the Khilafat Movement (1919)', ['event-year: Khilafat Movement 1919']],
    ['(Rs 2019)', ['unit: Rs 2019']],
    ['(Copyright media, 2026)', ['credit: Copyright media 2026']],
    ['(Photo: Someone)', ['credit: Photo']],
    ['the ministry (MoITT)', ['acronym: MoITT']],
    ['capital (VC)', ['acronym: VC']],
    ['R&D Spend (% GDP)', ['unit: % GDP']],
    ['cost (Rs)', ['unit: Rs']],
    ['cost (US$ billion)', ['unit: US$ billion']],
    ['(Article 6)', ['locator: Article 6']],
    ['(Section 4)', ['locator: Section 4']],
    ['(Table 2, 2025 prices)', ['locator: Table 2']],
    ['(Phase II, 2026)', ['locator: Phase II 2026']],
  ])('%s', (text, expected) => {
    expect(cited(text)).toEqual([]);
    expect(friends(text).map((line) => (line.startsWith('locator: Table 2') ? 'locator: Table 2' : line))).toEqual(expected);
  });

  it.each([
    '(1947-2024)',
    'the Treasury (submitted)',
    '(Moss, 1947–2024)',
    'Moss (2014, when it rained)',
    'Abdus Salam (1926–1996)',
    '(Q3 2025)',
    '(March 2024)',
    '(since 2019)',
    '(in 2019)',
    '(FY2024-25)',
    '(x%)',
    'Population (2023)',
    'Literacy Rate (2022)',
    'Current Law (2026)',
    'Figure 2: Benefit per Household (2025)',
    'the ministry (2024)',
    'Policy 1.1: "The City will plant trees."',
    'data source: none',
    'Act XL was 151st in their 30s, SDG 9',
    'ibid., p. 4',
    '[see here] and [2, 5]',
    'text (a policy that started in 2019)',
    '(The report showed growth in 2024)',
  ])('%s is no citation', (text) => {
    expect(cited(text)).toEqual([]);
  });

  it('knows the initials of laws that the caller found', () => {
    const options: CitationOptions = { numbered: false, hasBibliography: false, instruments: new Set(['WPA']) };
    expect(cited('The WPA (2019) says.', options)).toEqual([]);
    expect(cited('The WPA (2019) says.')).toEqual(['narrative: WPA 2019']);
  });
});

it('gives exact spans', () => {
  const text = 'So. According to the World Bank (2025), and (OECD, 2026, p. 4; ILO, 2024).';
  const { citations } = findCitations(text);
  expect(citations.map((citation) => sliceOf(text, citation.span))).toEqual(['World Bank (2025)', '(OECD, 2026, p. 4; ILO, 2024)']);
  const years = citations.flatMap((citation) => citation.works).map((work) => (work.yearSpan === null ? '' : sliceOf(text, work.yearSpan)));
  expect(years).toEqual(['2025', '2026', '2024']);
});
