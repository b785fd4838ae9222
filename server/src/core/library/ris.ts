import type { Span } from '../text/span';
import { buildReference, createIdMaker } from './build-reference';
import { withoutMarkup } from './csl-references';
import type { Bibliography, BibliographyProblem, Reference, ReferenceName } from './reference';
import { NO_DATE, readReferenceDate } from './reference-dates';
import { doiOfAddress, readDoi } from './reference-identifiers';
import { bodyName, personName } from './reference-names';
import { risTypeOf } from './ris-types';

interface RisField {
  readonly tag: string;
  readonly value: string;
  readonly span: Span;
  /** Of what its last line adds to the value. */
  readonly pieceLength: number;
}

interface RisRecord {
  readonly fields: readonly RisField[];
  readonly span: Span;
}

const LINE = /[^\r\n]*(?:\r\n|\r|\n|$)/gu;
const TAG = /^\uFEFF?[ \t]{0,4}([A-Z][A-Z0-9])[ \t]{1,4}[-–][ \t]?/u;

/** Records from `TY` to `ER`; a line without a tag goes on with the field before it. */
export function parseRis(path: string, text: string): Bibliography {
  const { records, problems } = splitRecords(text);
  const ids = records.map((record) => valueOf(record, ['ID', 'LB']));
  const makeId = createIdMaker(new Set(ids.filter((id) => id !== null)));
  const references = records.map((record, index) => toReference(path, record, ids[index] ?? null, makeId));
  return { path, format: 'ris', text, references, problems: [...problems].sort((a, b) => a.span.start - b.span.start) };
}

function splitRecords(text: string): { readonly records: readonly RisRecord[]; readonly problems: readonly BibliographyProblem[] } {
  const records: RisRecord[] = [];
  const problems: BibliographyProblem[] = [];
  let fields: RisField[] = [];
  let end = 0;
  const finish = (at: number): void => {
    const first = fields[0];
    if (first !== undefined) records.push({ fields, span: { start: first.span.start, end: at } });
    fields = [];
  };
  for (const match of text.matchAll(LINE)) {
    const line = match[0].replace(/[\r\n]+$/u, '');
    const lineSpan = { start: match.index, end: match.index + line.length };
    const tag = TAG.exec(line);
    if (tag?.[1] === undefined) {
      // Exporters put a line or two about themselves before the first record.
      if (records.length > 0 || fields.length > 0) continueField(fields, line, lineSpan, problems);
    } else if (tag[1] === 'ER') {
      if (fields.length === 0) problems.push({ span: lineSpan, message: 'ER ends a record that did not begin', key: null });
      finish(lineSpan.end);
    } else {
      if (tag[1] === 'TY' && fields.length > 0) {
        problems.push({ span: headOf(fields), message: 'This record has no ER line', key: keyOf(fields) });
        finish(end);
      }
      if (fields.length === 0 && tag[1] !== 'TY') problems.push({ span: lineSpan, message: `A record begins with TY, not with ${tag[1]}`, key: null });
      const start = lineSpan.start + tag[0].length;
      fields.push({ tag: tag[1], value: line.slice(tag[0].length), span: { start: Math.min(start, lineSpan.end), end: lineSpan.end }, pieceLength: line.length - tag[0].length });
    }
    if (line.trim() !== '') end = lineSpan.end;
  }
  if (fields.length > 0) problems.push({ span: headOf(fields), message: 'This record has no ER line', key: keyOf(fields) });
  finish(end);
  if (records.length === 0 && text.trim() !== '') problems.push({ span: { start: 0, end: 1 }, message: 'No record in it', key: null });
  return { records: records.map(withLineStart), problems };
}

/** The span of a record begins with its first tag. */
const withLineStart = (record: RisRecord): RisRecord => ({ ...record, span: { start: Math.max(0, record.span.start - 6), end: record.span.end } });
const headOf = (fields: readonly RisField[]): Span => fields[0]?.span ?? { start: 0, end: 0 };
const keyOf = (fields: readonly RisField[]): string | null => fields.find((field) => field.tag === 'ID')?.value.trim() ?? null;

function continueField(fields: RisField[], line: string, span: Span, problems: BibliographyProblem[]): void {
  if (line.replace(/^\uFEFF/u, '').trim() === '') return;
  const last = fields.pop();
  if (last !== undefined) {
    const isCut = last.pieceLength === CUT_LENGTH;
    const value = isCut ? last.value + line : `${last.value} ${line.trim()}`;
    fields.push({ ...last, value, span: { start: last.span.start, end: span.end }, pieceLength: isCut ? line.length : 0 });
  }
  if (last === undefined && problems.at(-1)?.message !== OUTSIDE) problems.push({ span, message: OUTSIDE, key: null });
}

/** Some writers cut values at this length, in the middle of words. */
const CUT_LENGTH = 70;
const OUTSIDE = 'Text outside a record';

const valueOf = (record: RisRecord, tags: readonly string[]): string | null => {
  for (const tag of tags) {
    const value = record.fields.find((field) => field.tag === tag && field.value.trim() !== '')?.value;
    if (value !== undefined) return value.replace(/\s+/gu, ' ').trim();
  }
  return null;
};

const valuesOf = (record: RisRecord, tags: readonly string[]): readonly string[] => record.fields.filter((field) => tags.includes(field.tag) && field.value.trim() !== '').map((field) => field.value.trim());

/** "Khan, Ali" and "Khan, Ali, Jr." are persons; without a comma, or with nothing after it, RIS means a body. */
function toName(written: string): ReferenceName {
  const [family = '', given = '', suffix = ''] = written.split(',').map((part) => part.trim());
  if (given === '') return bodyName(family);
  return personName(family, suffix === '' ? given : `${given}, ${suffix}`);
}

function toReference(path: string, record: RisRecord, id: string | null, makeId: (author: string | null, year: string | null) => string): Reference {
  const risType = (valueOf(record, ['TY']) ?? '').toUpperCase();
  const authors = valuesOf(record, ['AU', 'A1']).map(toName);
  const isPart = PARTS.has(risType);
  const editors = valuesOf(record, isPart ? ['ED', 'A2'] : ['ED']).map(toName);
  const issued = valueOf(record, ['PY', 'Y1']) ?? valueOf(record, ['DA', 'YR']);
  const dated = valueOf(record, ['DA']);
  const year = issued === null ? NO_DATE : readReferenceDate(trimSlashes(issued));
  // DA is often more exact than PY.
  const exact = dated === null ? NO_DATE : readReferenceDate(trimSlashes(dated));
  const when = exact.date !== null && exact.year === year.year ? { ...exact, yearSuffix: year.yearSuffix } : year;
  const url = valueOf(record, ['UR', 'L2']);
  const doi = valueOf(record, ['DO', 'M3']);
  const accessed = valueOf(record, ['Y2']);
  const from = valueOf(record, ['SP']);
  const to = valueOf(record, ['EP']);
  const isReport = risType === 'RPRT' || risType === 'STAT' || risType === 'BILL';
  const number = valueOf(record, ['IS', 'CP', 'M1']);
  const keyField = id === null ? undefined : record.fields.find((field) => (field.tag === 'ID' || field.tag === 'LB') && field.value.trim() !== '');
  return buildReference({ id: id ?? makeId((authors[0] ?? editors[0])?.family ?? null, when.year), format: 'ris', path, span: record.span, keySpan: keyField === undefined ? null : withoutSpace(keyField) }, {
    type: risTypeOf(risType),
    authors,
    editors,
    title: withoutMarkup(valueOf(record, ['TI', 'T1', 'CT', 'BT'])),
    containerTitle: withoutMarkup(valueOf(record, ['T2', 'JO', 'JF', 'JA', 'J2', 'T3'])),
    publisher: valueOf(record, ['PB']),
    year: when.year,
    yearSuffix: when.yearSuffix,
    date: when.date,
    volume: valueOf(record, ['VL']),
    issue: isReport ? null : number,
    pages: from === null ? null : to === null || to === from ? from.replace(/\s*[-–]+\s*/u, '–') : `${from}–${to}`,
    edition: valueOf(record, ['ET']),
    number: isReport ? valueOf(record, ['SN', 'M1', 'IS']) : null,
    doi: doi === null ? (url === null ? null : doiOfAddress(url)) : readDoi(doi),
    url: url ?? valueOf(record, ['LK']),
    isbn: isReport ? null : valueOf(record, ['SN']),
    accessed: accessed === null ? null : readReferenceDate(trimSlashes(accessed)).date,
    file: valueOf(record, ['L1', 'L4']),
    keywords: valuesOf(record, ['KW']),
    fieldSpans: firstSpans(record),
  });
}

const withoutSpace = (field: RisField): Span => {
  const start = field.span.start + field.value.length - field.value.trimStart().length;
  return { start, end: start + field.value.trim().length };
};

/** Works that are parts of others, whose second authors are editors. */
const PARTS: ReadonlySet<string> = new Set(['CHAP', 'CONF', 'CPAPER', 'ECHAP', 'ENCYC', 'DICT']);

/** "2024/05/12/", "2024///" and "2024///Spring". */
const trimSlashes = (date: string): string => {
  const [year = '', month = '', day = '', season = ''] = date.split('/').map((part) => part.trim());
  if (!date.includes('/')) return date;
  if (month === '') return `${season} ${year}`.trim();
  return [year, month.padStart(2, '0'), day === '' ? '' : day.padStart(2, '0')].filter((part) => part !== '').join('-');
};

const firstSpans = (record: RisRecord): ReadonlyMap<string, Span> => {
  const spans = new Map<string, Span>();
  for (const field of record.fields) {
    const name = field.tag.toLowerCase();
    if (!spans.has(name)) spans.set(name, field.span);
  }
  return spans;
};
