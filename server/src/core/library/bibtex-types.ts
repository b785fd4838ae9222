/** CSL types by the entry types of BibTeX, BibLaTeX and the reference managers that write them. */
const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    article: 'article-journal', book: 'book', mvbook: 'book', inbook: 'chapter', bookinbook: 'chapter', suppbook: 'chapter', booklet: 'pamphlet', collection: 'book', mvcollection: 'book',
    incollection: 'chapter', suppcollection: 'chapter', manual: 'book', misc: 'document', online: 'webpage', electronic: 'webpage', www: 'webpage', website: 'webpage', webpage: 'webpage',
    patent: 'patent', periodical: 'periodical', suppperiodical: 'article-journal', proceedings: 'book', mvproceedings: 'book', inproceedings: 'paper-conference', conference: 'paper-conference',
    reference: 'book', mvreference: 'book', inreference: 'entry-encyclopedia', report: 'report', techreport: 'report', workingpaper: 'report', thesis: 'thesis', phdthesis: 'thesis',
    mastersthesis: 'thesis', unpublished: 'manuscript', dataset: 'dataset', data: 'dataset', software: 'software', legislation: 'legislation', legal: 'legislation', legadminmaterial: 'legislation',
    statute: 'legislation', bill: 'bill', jurisdiction: 'legal_case', case: 'legal_case', commentary: 'article-journal', standard: 'standard', audio: 'song', music: 'song', movie: 'motion_picture',
    video: 'motion_picture', performance: 'performance', artwork: 'graphic', image: 'graphic', letter: 'personal_communication', review: 'review', newspaper: 'article-newspaper',
    newsarticle: 'article-newspaper', magazine: 'article-magazine', interview: 'interview', speech: 'speech', map: 'map',
  }),
);

export const cslTypeOf = (entryType: string, subtype: string | null): string => {
  const type = TYPES.get(entryType) ?? 'document';
  if (type !== 'article-journal' || subtype === null) return type;
  if (/newspaper/iu.test(subtype)) return 'article-newspaper';
  return /magazine/iu.test(subtype) ? 'article-magazine' : type;
};
