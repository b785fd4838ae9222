/** A unit as quantities carry it: one name for all its spellings. */
export interface UnitMark {
  readonly unit: string;
  readonly dimension: string;
  /** What one of the written unit is in units of `unit`: a basis point is 0.01 percentage points. */
  readonly factor: number;
  readonly end: number;
}

interface UnitName {
  readonly unit: string;
  readonly dimension: string;
  readonly factor: number;
}

/** One line a unit: dimension, unit, spellings. In capitals or with digits they must be written so; longer words in any case. */
const UNITS = `
share|%|%,percent,per cent,per-cent,pc,p.c.,pct,pour cent
share|pp|percentage points,percentage point,percentage-points,percentage-point,pp,percent points,percent point,per cent points,pps,ppt,ppts,p.p.,%-points,%-point,% points,of a percentage point
length|km|km,kms,kilometres,kilometre,kilometers,kilometer
length|m|m,metres,metre,meters,meter
length|miles|miles,mile
length|cm|cm,centimetres,centimeters
length|mm|mm,millimetres,millimeters
length|feet|feet,ft,foot
length|inches|inches,inch
area|ha|ha,hectares,hectare
area|acres|acres,acre
area|km2|km2,km²,sq km,sq kms,sq. km,sq.km,km^2,square kilometres,square kilometre,square kilometers,square kilometer
area|m2|m2,m²,sq m,sq. m,sq.m,m^2,square metres,square metre,square meters,square meter
area|square miles|sq miles,sq mi,sq. miles,sq. mi,mi²,mi2,square miles,square mile
area|square feet|sq ft,sq. ft,sq.ft,ft²,ft2,square feet,square foot
mass|tonnes|t,tonnes,tonne,metric tons,metric tonnes,metric ton,tons,ton
mass|kg|kg,kgs,kilograms,kilogram,kilogrammes
mass|g|grams,gram
mass|mg|mg,milligrams,milligram
mass|µg|µg,μg,ug,micrograms,microgram
mass|pounds|lb,lbs
mass|ounces|oz,ounces,ounce
mass|quintals|quintals,quintal
mass|maunds|maunds,maund
mass|tCO2e|tCO2e,tCO₂e,tCO2,tCO₂
mass|ktCO2e|ktCO2e,ktCO₂e,KtCO2e
mass|MtCO2e|MtCO2e,MtCO₂e,MtCO2,MtCO₂,Mt
mass|GtCO2e|GtCO2e,GtCO₂e,GtCO2,GtCO₂,Gt
mass|kt|kt
energy|Wh|Wh
energy|kWh|kWh,kwh,KWh,kilowatt hours,kilowatt-hours,kilowatt hour
energy|MWh|MWh,megawatt hours,megawatt-hours
energy|GWh|GWh,gigawatt hours,gigawatt-hours
energy|TWh|TWh,terawatt hours,terawatt-hours
energy|J|joules
energy|kJ|kJ
energy|MJ|MJ,megajoules
energy|GJ|GJ,gigajoules,gigajoule
energy|TJ|TJ,terajoules,terajoule
energy|PJ|PJ,petajoules,petajoule
energy|EJ|EJ,exajoules,exajoule
energy|PWh|PWh,petawatt hours,petawatt-hours
energy|MMBtu|MMBtu,MMBTU,mmBtu,mmbtu
energy|toe|toe
energy|Mtoe|Mtoe,mtoe,MTOE
power|W|watts
power|kW|kW,kilowatts,kilowatt
power|MW|MW,megawatts,megawatt,MWp
power|GW|GW,gigawatts,gigawatt,GWp
power|TW|TW,terawatts,terawatt
volume|litres|litres,litre,liters,liter
volume|ml|ml,mL,millilitres,milliliters
volume|mmcfd|mmcfd,MMcfd,MMCFD
volume|Tcf|Tcf,TCF,tcf
volume|m3|m3,m³,m^3,cu. m,cubic metres,cubic meters,cu m
volume|km3|km3,km³,cubic kilometres
volume|bcm|bcm
volume|MAF|MAF,million acre-feet,million acre feet
volume|acre-feet|acre-feet,acre feet
volume|barrels|barrels,barrel,bbl
volume|gallons|gallons,gallon
data|Mbps|Mbps,Mbit/s,Mb/s
data|Gbps|Gbps,Gbit/s
data|MB|MB,megabytes
data|GB|GB,gigabytes
data|TB|TB,terabytes
temperature|°C|°C,degrees Celsius
time|centuries|centuries,century
time|years|years,year,yrs,yr
time|months|months,month
time|weeks|weeks,week
time|days|days,day,working days
time|hours|hours,hour,hrs,hr
time|minutes|minutes,minute
time|seconds|seconds
time|nights|nights,night
time|decades|decades,decade
ratio|x|-fold,fold
`;

const FACTORED: readonly (readonly [string, UnitName])[] = ['basis points', 'basis point', 'basis-points', 'bps', 'bp'].map((name) => [
  name,
  { unit: 'pp', dimension: 'share', factor: 0.01 },
]);

const unitByName: ReadonlyMap<string, UnitName> = new Map([
  ...UNITS.trim()
    .split('\n')
    .flatMap((line) => {
      const [dimension = '', unit = '', spellings = ''] = line.split('|');
      return spellings.split(',').map((name) => [name, { unit, dimension, factor: 1 }] as const);
    }),
  ...FACTORED,
]);

/** The first word of a unit and up to three more; the stop of "sq. km" and "p.c." belongs to it. */
const WORDS = /[\p{L}°%²³₂][\p{L}\p{M}\d²³₂^]*(?:\.[a-z]\.)?(?:(?:[ \u00A0\u2009\u202F-]|(?<=\b(?:sq|cu))\. ?)[\p{L}²³]+){0,3}/uy;
const LONGEST_UNIT = 40;

/** "12 Mt CO2e", "3 million tonnes of CO2 equivalent", "tonnes of carbon dioxide": the gas belongs to the unit. */
const CARBON = /(?:(?<prefix>[kMG])?t|(?:metric )?(?:tonnes?|tons?))[ \u00A0]?(?:of )?(?:CO[2₂]|carbon dioxide)(?:[ -]?(?:equivalents?|eq\b|e))?(?![\p{L}\d])/uy;
/** "30 Mt of wheat": without a gas named, "Mt" behind a number is most often one of emissions. */
const OTHER_STUFF = / of (?!CO|carbon|GHG|greenhouse|emission)\p{L}/uy;
const TONNES_IN: ReadonlyMap<string, number> = new Map([
  ['Mt', 1e6],
  ['Gt', 1e9],
]);

/** The unit that begins exactly at `start`, the longest spelling first; null where none does. */
export const readUnit = (text: string, start: number): UnitMark | null => {
  const carbon = readSticky(CARBON, text, start);
  if (carbon) return { unit: `${carbon.groups?.['prefix'] ?? ''}tCO2e`, dimension: 'mass', factor: 1, end: start + carbon[0].length };
  const found = readSticky(WORDS, text, start)?.[0];
  if (found === undefined) return null;
  let written = found.slice(0, LONGEST_UNIT).replace(/[\u00A0\u2009\u202F]/g, ' ');
  for (;;) {
    const named = unitByName.get(written) ?? (written.length > 3 ? unitByName.get(written.toLowerCase()) : undefined);
    const end = start + written.length;
    if (named && isWordEnd(text, end, written)) return toMark(text, written, named, end);
    const cut = Math.max(written.lastIndexOf(' '), written.lastIndexOf('-'));
    if (cut <= 0) break;
    written = written.slice(0, cut);
  }
  const symbol = text.charAt(start);
  return symbol === '%' && !text.startsWith('%age', start) ? { unit: '%', dimension: 'share', factor: 1, end: start + 1 } : null;
};

const readSticky = (pattern: RegExp, text: string, start: number): RegExpExecArray | null => {
  pattern.lastIndex = start;
  return pattern.exec(text);
};

const toMark = (text: string, written: string, named: UnitName, end: number): UnitMark => {
  const tonnes = TONNES_IN.get(written);
  return tonnes !== undefined && readSticky(OTHER_STUFF, text, end) ? { unit: 'tonnes', dimension: 'mass', factor: tonnes, end } : { ...named, end };
};

const isWordEnd = (text: string, end: number, written: string): boolean => written.endsWith('%') || !/[\p{L}\d]/u.test(text.charAt(end));
