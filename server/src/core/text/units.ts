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
share|pp|percentage points,percentage point,percentage-points,percentage-point,pp,pps,ppt,ppts,p.p.,%-points,%-point,% points,of a percentage point
length|km|km,kms,kilometres,kilometre,kilometers,kilometer
length|m|m,metres,metre,meters,meter
length|miles|miles,mile
length|cm|cm,centimetres,centimeters
length|mm|mm,millimetres,millimeters
length|feet|feet,ft
area|ha|ha,hectares,hectare
area|acres|acres,acre
area|km2|km2,km²,sq km,sq kms,square kilometres,square kilometre,square kilometers,square kilometer
area|m2|m2,m²,sq m,square metres,square meters
area|square miles|sq miles,square miles
area|square feet|sq ft,square feet
mass|tonnes|tonnes,tonne,metric tons,metric tonnes,metric ton,tons,ton
mass|kg|kg,kgs,kilograms,kilogram,kilogrammes
mass|g|grams,gram
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
energy|PJ|PJ,petajoules
energy|Mtoe|Mtoe,mtoe,MTOE
power|W|watts
power|kW|kW,kilowatts,kilowatt
power|MW|MW,megawatts,megawatt,MWp
power|GW|GW,gigawatts,gigawatt,GWp
volume|litres|litres,litre,liters,liter
volume|m3|m3,m³,cubic metres,cubic meters,cu m
volume|km3|km3,km³,cubic kilometres
volume|bcm|bcm
volume|MAF|MAF,million acre-feet,million acre feet
volume|acre-feet|acre-feet,acre feet
volume|barrels|barrels,barrel,bbl
volume|gallons|gallons,gallon
data|Mbps|Mbps
data|GB|GB,gigabytes
data|TB|TB,terabytes
temperature|°C|°C,degrees Celsius
time|years|years,year,yrs,yr
time|months|months,month
time|weeks|weeks,week
time|days|days,day,working days
time|hours|hours,hour,hrs,hr
time|minutes|minutes,minute
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

const WORDS = /[\p{L}°%²³₂][\p{L}\p{M}\d²³₂]*(?:\.[a-z]\.)?(?:[ \u00A0-][\p{L}²³]+){0,3}/uy;
const LONGEST_UNIT = 40;

/** The unit that begins exactly at `start`, the longest spelling first; null where none does. */
export const readUnit = (text: string, start: number): UnitMark | null => {
  WORDS.lastIndex = start;
  const found = WORDS.exec(text)?.[0];
  if (found === undefined) return null;
  let written = found.slice(0, LONGEST_UNIT);
  for (;;) {
    const named = unitByName.get(written) ?? (written.length > 3 ? unitByName.get(written.toLowerCase().replace('\u00A0', ' ')) : undefined);
    if (named && isWordEnd(text, start + written.length, written)) return { ...named, end: start + written.length };
    const cut = Math.max(written.lastIndexOf(' '), written.lastIndexOf('-'), written.lastIndexOf('\u00A0'));
    if (cut <= 0) break;
    written = written.slice(0, cut);
  }
  const symbol = text.charAt(start);
  return symbol === '%' && !text.startsWith('%age', start) ? { unit: '%', dimension: 'share', factor: 1, end: start + 1 } : null;
};

const isWordEnd = (text: string, end: number, written: string): boolean => written.endsWith('%') || !/[\p{L}\d]/u.test(text.charAt(end));
