/**
 * Words whose stop need not end a sentence, in four classes by what must follow for the sentence to go on.
 * All in lower case and without their last stop.
 */
const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Before a name, and only when capitalised: "Dr. Khan", but "the dr. The". */
export const TITLES = wordSet(`
  dr mr mrs ms mx prof hon gen lt col maj capt cdr brig sgt cpl adm sen rep gov st ste mt ft ave rev fr engr er adv arch amb pres messrs mme mlle
  supt insp dir min dept govt univ assn bros corp sh smt mst justice
`);

/** Before a number or letter: "No. 5", "Art. 19A", but "a work of art. The". */
export const REFERENCES = wordSet(`
  no nos art arts sec secs s ss fig figs tab para paras p pp pg ch chap vol vols cl eq ref refs ver v reg regs resp pt pts app annex
  op sch ex rs re c ca k m
`);

/** The sentence always goes on: "e.g. Sindh", "vs. India", "approx. 40". */
export const NEVER_LAST = wordSet(`
  e.g i.e eg ie cf viz vs approx appr est esp incl excl eds rtd retd ret h.e i.a max avg tel ext aka a.k.a
`);

/** May stand at the end or in the middle; what comes next tells. */
export const EITHER = wordSet(`
  inc ltd pvt co llc plc etc jr sr am pm jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
  bn mn trn tn bln mln const cit ibid ed dist ph.d m.phil p.c p.p p.m a.m p.a u.s u.k al
`);

/** Words that begin a sentence far more often than they follow an abbreviation within one. */
export const SENTENCE_STARTERS = wordSet(`
  the this that these those it its he she they we i you but and or so yet in on at for from with by as if when while however moreover
  furthermore meanwhile then there their our his her a an no not nor is are was were such some many most both each other others according
  although because after before during since despite given to what who why how where which yes critics staff today now under over between
  nothing nobody few several all any one two another thus therefore hence instead still also only even more less until unless whether
  once here overall finally first second third next
`);

/** After these a single capital is a name of its own, not an initial: "Annex A. Costs are …". */
export const LETTERED = wordSet(`
  annex appendix plan option table vitamin hepatitis schedule part group class grade category scenario figure box section chapter list type
  exhibit block phase site case point item track series
`);

/** Written with a stop also where they end a sentence; months and days only when capitalised, for "the sun" and "sat" are words. */
const WITH_STOP = wordSet('inc ltd pvt corp etc jr sr cit ibid al');
const CALENDAR = wordSet('Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun');

/** Does a text, without the stop that follows it, end in an abbreviation whose own stop that is: "the U.S", "4 p.m", "cranes, etc"? */
export const endsInAbbreviation = (text: string): boolean => {
  const word = /[\p{L}.]+$/u.exec(text.slice(-16))?.[0] ?? '';
  return /^(?:\p{L}{1,2}\.)+\p{L}{1,4}$/u.test(word) || WITH_STOP.has(word.toLowerCase()) || CALENDAR.has(word);
};
