/** Words for things staying as they are. */
const unchanged = new RegExp(
  [
    String.raw`\bstatus[\s-]quo\b|\bbase[\s-]?lines?\b|\bbase case\b|\bcounterfactual\b|\bbusiness[\s-]as[\s-]usual\b|\bdo[\s-]nothing\b|\bdoing nothing\b|\bdo[\s-]minimum\b|\bBAU\b`,
    String.raw`\bno[\s-](?:action|change|reform|intervention|new (?:policy|law|regulation|legislation|rules?|measures?|action)|policy change|further action|regulatory (?:action|change)|legislative (?:action|change))\b|\bnon-?intervention\b|\binaction\b`,
    String.raw`\b(?:keep|leave|maintain|retain|preserve|continue|stay|carry on|stick)\w*\s+(?:(?:on|with|to|under)\s+)?(?:(?:the|our|its|their|to|as)\s+){0,2}(?:present|current|existing|today['’]s|law|rules?|system|arrangements?|things|things as|it is|they are|same|present-day|unchanged)\b`,
    String.raw`\b(?:remains?|stays?|left|leave|is kept|are kept)\s+(?:\p{L}+\s+)?(?:unchanged|as (?:it|they) (?:is|are|stands?)|as before|in place)\b|\bnothing (?:is done|changes|new)\b|\bas (?:it|they|things) (?:is|are|stands?) (?:now|today)\b`,
    String.raw`\bwait[\s-]and[\s-]see\b|\b(?:continue|carry on|go on|stay|remain)\w*\s+as\s+(?:now|before|today|at present)\b|\bas (?:now|at present)$`,
    // French, Spanish, Urdu.
    String.raw`\bstatu quo\b|\bne rien (?:faire|changer)\b|\b(?:aucun|sans) changement\b|\bno hacer nada\b|\b(?:sin|ning[uú]n) (?:cambios?|intervenci[oó]n)\b|\b(?:maintenir|mantener) (?:le|la|el|las|les|los)\b|موجودہ\s+(?:صورت\s*حال|نظام)|کوئی\s+تبدیلی\s+نہیں`,
    String.raw`\b(?:option|alternative)\s+(?:0|zero|nil)\b|\b(?:zero|null|reference|default)\s+(?:option|scenario|alternative)\b|\bif nothing is done\b|\bwithout (?:reform|action|intervention|any change)\b`,
  ].join('|'),
  'iu',
);

/** Does a text speak of leaving things as they are? */
export const namesStatusQuo = (text: string): boolean => unchanged.test(text);

const current = /\b(?:current|existing|present)\s+(?:\p{L}+\s+)?(?:polic(?:y|ies)|laws?|rules?|system|arrangements?|practice|approach|course|programme|program|regulations?|situation|trends?|trajectory|settings)\b/iu;

/** "The current law" is said of many things; as the name of an option it is the status quo. */
export const isStatusQuoName = (name: string): boolean => namesStatusQuo(name) || current.test(name) || keeps.test(name);

/** "Option A: maintain the subsidy"; not "keep the subsidy and widen it". */
const keeps = /^\W*(?:(?:policy\s+)?(?:option|alternative)\s+\S{1,4}\s*[:.–—-]?\s*)?(?:keep|maintain|retain|preserve)(?:ing)?\s+(?!.*\b(?:and|but|while|with)\b)\p{L}/iu;
