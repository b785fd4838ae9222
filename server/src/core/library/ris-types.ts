const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ABST: 'article-journal', ADVS: 'motion_picture', AGGR: 'dataset', ANCIENT: 'document', ART: 'graphic', BILL: 'bill', BLOG: 'post-weblog', BOOK: 'book', CASE: 'legal_case', CHAP: 'chapter',
    CHART: 'graphic', CLSWK: 'book', COMP: 'software', CONF: 'paper-conference', CPAPER: 'paper-conference', CTLG: 'book', DATA: 'dataset', DBASE: 'dataset', DICT: 'entry-dictionary',
    EBOOK: 'book', ECHAP: 'chapter', EDBOOK: 'book', EJOUR: 'article-journal', ELEC: 'webpage', ENCYC: 'entry-encyclopedia', EQUA: 'document', FIGURE: 'figure', GEN: 'document', GOVDOC: 'report',
    GRANT: 'document', GRNT: 'document', HEAR: 'hearing', ICOMM: 'personal_communication', INPR: 'article-journal', JFULL: 'article-journal', JOUR: 'article-journal', LEGAL: 'legislation',
    MANSCPT: 'manuscript', MAP: 'map', MGZN: 'article-magazine', MPCT: 'motion_picture', MULTI: 'document', MUSIC: 'song', NEWS: 'article-newspaper', PAMP: 'pamphlet', PAT: 'patent',
    PCOMM: 'personal_communication', RPRT: 'report', SER: 'book', SLIDE: 'speech', SOUND: 'song', STAND: 'standard', STAT: 'legislation', THES: 'thesis', UNBILL: 'bill', UNPB: 'manuscript', VIDEO: 'motion_picture', WEB: 'webpage',
  }),
);

/** The CSL type of a RIS type ("RPRT"); 'document' for unknown ones. */
export const risTypeOf = (risType: string): string => TYPES.get(risType) ?? 'document';
