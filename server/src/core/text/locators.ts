/** Words before the place in a work: "p. 4", "Table 3.2", "executive summary". For use inside expressions without case. */
export const LOCATOR_KEYWORD =
  '(?:pp?\\.?|pages?|paras?\\.?|paragraphs?|chs?\\.?|chaps?\\.?|chapters?|tables?|tbl\\.?|figs?\\.?|figures?|annex(?:es)?|appendix|box|sections?|secs?\\.?|ss?\\.|' +
  'art(?:icle)?s?\\.?|vol\\.?|volume|nos?\\.?|cl\\.?|clauses?|slides?|footnotes?|fn\\.?|nn?\\.|charts?|maps?|panels?|exhibit|rows?|sheet|part|principle|recital|' +
  'schedule|executive summary|lines?|cols?\\.?|columns?|question|item)';

/** A keyword and its number: nothing that a phrase could be. */
export const NUMBERED_LOCATOR = `(?:${LOCATOR_KEYWORD}\\s?(?:\\d|[IVXLC]{1,6}\\b|[A-Z]\\d)|§{1,2}\\s?\\d)`;
