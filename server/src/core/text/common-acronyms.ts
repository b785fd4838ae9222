/** Abbreviations that any educated reader knows and that no brief needs to expand. */
const COMMON: ReadonlySet<string> = new Set(
  (
    'US USA UK EU UN UAE USSR GDP GNP CEO CFO AI IT ICT PDF NGO NGOs COVID SARS HIV AIDS DNA TV DVD CD PC SMS GPS URL ID FAQ FAQs Q&A R&D HR PR VIP ' +
    'BBC CNN NASA NATO FBI CIA UNESCO UNICEF WHO IMF OECD WTO IBM MIT UNDP G7 G20 BRICS ASEAN OPEC FIFA IQ VAT ATM PIN SIM USB HTML HTTP HTTPS XML JSON CSV API APIs ' +
    'MP MPs PM VP DC NY LA AM PM BC AD CE BCE ISBN ISSN DOI ISO LED CCTV SUV SUVs MBA BA BSc MSc MA PhD MD OK RSVP ASAP AKA DIY ETA FYI TBC TBD NB PS vs GMT UTC ' +
    'FM SOS HQ CPU VPN UV QR PPE RIP ABC FDA UEFA NBA IAEA IPCC UNHCR ' +
    'STEM LGBT LGBTQ GMO MRI ICU UFO ECB FAO ILO ITU WWF Ltd PLC LLC LLP NA N/A CV'
  ).split(' '),
);

/** Units and their prefixes. */
const UNITS: ReadonlySet<string> = new Set('KM KG MW MWH GW GWH TW TWH KW KWH MB GB TB MBPS GBPS HZ MHZ GHZ CO PPM MT MMT HA'.split(' '));

/** ISO 4217 codes in common use: they stand beside amounts and are read as the currency. */
const CURRENCIES: ReadonlySet<string> = new Set(
  'USD PKR EUR GBP INR JPY CNY RMB AED SAR CHF CAD AUD NZD SGD HKD BDT LKR NPR AFN IRR QAR KWD OMR BHD TRY RUB KRW MYR IDR THB PHP VND ZAR NGN KES EGP BRL MXN SEK NOK DKK PLN CZK HUF ILS PPP'.split(' '),
);

export const isCommonAcronym = (acronym: string): boolean => COMMON.has(acronym) || COMMON.has(acronym.replace(/s$/u, ''));

export const isCodeOfUnitOrCurrency = (acronym: string): boolean => CURRENCIES.has(acronym) || UNITS.has(acronym);
