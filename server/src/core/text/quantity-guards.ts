import type { Token } from './quantity-tokens';

/** Words whose number is a name: "Section 3.2", "No. 5", "SDG 9", "Phase 2". */
const LABELS = new Set(
  `section sections sec secs s table tables tab figure figures fig figs page pages p pp article articles art arts act annex annexes appendix box boxes
  chapter chapters ch clause clauses cl para paras paragraph paragraphs part parts no nos number numbers vol volume issue version ver v step steps
  phase option options recommendation recommendations goal goals target targets sdg sdgs item items note notes footnote equation eq rule rules regulation
  regulations resolution schedule chart exhibit map line lines row rows column columns room plot grade grades class classes level levels tier priority
  scenario question isbn issn doi phone tel telephone fax call dial route highway pillar pillars objective objectives indicator directive ordinance bill order
  convention protocol decree law type category series cop basel web industry covid top pt lot ward zone route unit module lesson session stage
  scheme form formula track strand action finding lemma theorem group ref reference bracket brackets decile deciles quintile quintiles quartile band`
    .split(/\s+/)
    .filter(Boolean),
);
/** Before a number these are labels too ("Year 2", "day 5"), but not before a year. */
const TIME_LABELS = new Set('year day week month quarter round'.split(' '));
const FUNCTION_WORDS = new Set(
  `a an the in on at by for from to of with without and or but nor so yet as than that this these those it its there their our his her they we i you he she
  about around some over under above below nearly almost only just at least most more less fewer all both each every another any no not when while if since
  until during before after between among up roughly approximately estimated circa within exactly even still also now today then thus hence was were is are`
    .split(/\s+/)
    .filter(Boolean),
);

export const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word);

export const isSentenceStart = (tokens: readonly Token[], index: number): boolean => {
  const before = tokens[index - 1];
  return before === undefined || (before.kind === 'mark' && /^[.!?:;“"'(–—•*]$/.test(before.text));
};

/** Is the word before a capitalised word that begins no sentence, or begins one without being a function word ("Vision 2030")? */
export const isNameBefore = (tokens: readonly Token[], index: number): boolean => {
  const before = tokens[index - 1];
  if (before?.kind !== 'word' || !/^\p{Lu}/u.test(before.text)) return false;
  return !(isSentenceStart(tokens, index - 1) && FUNCTION_WORDS.has(before.lower));
};

const JOINERS = new Set(['and', 'or', 'to', '–', '-', '&']);

/** Is the number at `index` the number of something: after a label, or joined to a number that is ("Tables 2 and 3")? */
export const isLabelled = (tokens: readonly Token[], index: number): boolean => {
  let at = index - 1;
  for (let hops = 0; hops < 3; hops++) {
    const isJoined = JOINERS.has(tokens[at]?.lower ?? '') && tokens[at - 1]?.kind === 'number';
    if (!isJoined) break;
    at -= 2;
  }
  const mark = tokens[at];
  if (mark?.text === '#' || mark?.text === '§') return true;
  if (mark?.text === '.' && mark.isGlued) {
    // "H.R. 1", "S. 12": the number of a bill or file.
    if (/^\p{Lu}$/u.test(tokens[at - 1]?.text ?? '')) return true;
    at--;
  }
  const word = tokens[at];
  if (word?.kind !== 'word') return false;
  return LABELS.has(word.lower) || TIME_LABELS.has(word.lower);
};

/** "[12, 14]", "(3)", "3)" and "1." at the beginning: numbers that point or list. */
export const isPointer = (tokens: readonly Token[], first: number, next: number): boolean => {
  const before = tokens[first - 1];
  const after = tokens[next];
  if (/^[([{]$/.test(before?.text ?? '') && /^[)\]},;]$/.test(after?.text ?? '')) return true;
  if (isInSquareBrackets(tokens, first)) return true;
  if (after?.isGlued !== true) return false;
  if (after.text === ')') return !hasOpenBracket(tokens, first);
  const isListMark = after.text === '.' && isSentenceStart(tokens, first) && before?.text !== ':';
  return isListMark && tokens[next + 1] !== undefined;
};

const LOOK_BACK = 12;

const isInSquareBrackets = (tokens: readonly Token[], index: number): boolean => {
  for (let at = index - 1; at >= Math.max(0, index - LOOK_BACK); at--) {
    const token = tokens[at];
    if (token?.text === '[') return true;
    if (token?.kind !== 'number' && !/^[,;–-]$/.test(token?.text ?? '')) return false;
  }
  return false;
};

const hasOpenBracket = (tokens: readonly Token[], index: number): boolean => {
  for (let at = index - 1; at >= Math.max(0, index - LOOK_BACK * 3); at--) {
    const text = tokens[at]?.text;
    if (text === '(') return true;
    if (text === ')') return false;
  }
  return false;
};

/** "3 p.m.", "10 am", "10:30". */
export const isTimeOfDay = (tokens: readonly Token[], next: number): boolean => {
  const after = tokens[next];
  if (after?.kind === 'word' && /^(?:am|pm|o'clock)$/.test(after.lower)) return true;
  const isDotted = /^[ap]$/.test(after?.lower ?? '') && tokens[next + 1]?.text === '.' && tokens[next + 2]?.lower === 'm';
  const isClock = after?.text === ':' && after.isGlued && tokens[next + 1]?.isGlued === true && /^\d/.test(tokens[next + 1]?.text ?? '');
  return isDotted || isClock;
};
