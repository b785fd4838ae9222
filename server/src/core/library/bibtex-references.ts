import { parseDate } from '../text/dates';
import type { Span } from '../text/span';
import { chooseFile } from './bibtex-file-field';
import { buildInheritance } from './bibtex-inheritance';
import { parseBibtexNames } from './bibtex-names';
import { scanBibtex, type BibtexEntry, type BibtexField } from './bibtex-scanner';
import { cslTypeOf } from './bibtex-types';
import { buildReference, createIdMaker } from './build-reference';
import { decodeLatex, decodeVerbatim } from './latex-text';
import type { Bibliography, Reference } from './reference';
import { NO_DATE, readDateParts, readReferenceDate, type ReferenceDate } from './reference-dates';
import { doiOfAddress, findAddress, readDoi } from './reference-identifiers';

/** Entries that are no works: containers of fields for others. */
const NO_WORKS: ReadonlySet<string> = new Set(['xdata', 'bibnote', 'control']);

export function parseBibtex(path: string, text: string): Bibliography {
  const { entries, problems } = scanBibtex(text);
  const inheritance = buildInheritance(entries);
  const makeId = createIdMaker(new Set(entries.map((entry) => entry.key)));
  const references = entries
    .filter((entry) => !NO_WORKS.has(entry.type))
    .map((entry) => new BibtexWork(entry, inheritance.fieldsOf(entry)).toReference(path, makeId));
  return { path, format: 'bibtex', text, references, problems: [...problems, ...inheritance.problems].sort((a, b) => a.span.start - b.span.start) };
}

/** Reads the fields of one entry, its own and those it inherits. */
class BibtexWork {
  readonly #entry: BibtexEntry;
  readonly #fields: ReadonlyMap<string, BibtexField>;

  constructor(entry: BibtexEntry, fields: ReadonlyMap<string, BibtexField>) {
    this.#entry = entry;
    this.#fields = fields;
  }

  toReference(path: string, makeId: (author: string | null, year: string | null) => string): Reference {
    const authors = parseBibtexNames(this.#raw('author') ?? '');
    const editors = parseBibtexNames(this.#raw('editor') ?? '');
    const when = this.#when();
    const doi = this.#doi();
    const isKeyed = this.#entry.key !== '';
    const id = isKeyed ? this.#entry.key : makeId((authors[0] ?? editors[0])?.family ?? null, when.year);
    const isArticle = this.#entry.type === 'article' || this.#entry.type === 'suppperiodical' || this.#entry.type === 'periodical';
    const number = this.#text('number');
    return buildReference({ id, format: 'bibtex', path, span: this.#entry.span, keySpan: isKeyed ? this.#entry.keySpan : null }, {
      type: cslTypeOf(this.#entry.type, this.#text('entrysubtype')),
      authors,
      editors,
      title: this.#title('title', 'subtitle') ?? this.#title('maintitle', 'mainsubtitle'),
      containerTitle: this.#title('journaltitle', 'journalsubtitle') ?? this.#text('journal') ?? this.#title('booktitle', 'booksubtitle') ?? this.#text('shortjournal') ?? this.#text('series'),
      publisher: this.#firstText(['publisher', 'institution', 'school', 'organization']),
      year: when.year,
      yearSuffix: when.yearSuffix,
      date: when.date,
      volume: this.#text('volume'),
      issue: this.#text('issue') ?? (isArticle ? number : null),
      pages: this.#text('pages')?.replace(/\s*[-–—]+\s*/gu, '–') ?? this.#text('eid'),
      edition: this.#text('edition'),
      number: isArticle ? null : number,
      doi,
      url: this.#url(),
      isbn: this.#text('isbn'),
      accessed: this.#accessed(),
      file: chooseFile(this.#raw('file') ?? this.#raw('localfile') ?? this.#raw('local-url') ?? ''),
      keywords: this.#keywords(),
      fieldSpans: this.#fieldSpans(),
    });
  }

  #raw(name: string): string | null {
    const value = this.#fields.get(name)?.value;
    return value === undefined || value.trim() === '' ? null : value;
  }

  #text(name: string): string | null {
    const value = this.#raw(name);
    const text = value === null ? '' : decodeLatex(value);
    return text === '' ? null : text;
  }

  #firstText(names: readonly string[]): string | null {
    for (const name of names) {
      const value = this.#raw(name);
      if (value !== null) return decodeLatex(value.replace(/\s+and\s+(?=\S)/giu, (and) => (name === 'publisher' ? and : ' and ')));
    }
    return null;
  }

  #title(name: string, subtitle: string): string | null {
    const title = this.#text(name);
    const rest = this.#text(subtitle);
    if (title === null || rest === null) return title;
    return /[?!:]$/u.test(title) ? `${title} ${rest}` : `${title}: ${rest}`;
  }

  #when(): ReferenceDate {
    const date = this.#raw('date');
    const fromDate = date === null ? NO_DATE : readReferenceDate(decodeLatex(date.replaceAll('--', '-')));
    const year = this.#raw('year');
    const fromYear = year === null ? NO_DATE : readDateParts(decodeLatex(year.replaceAll('--', '-')), this.#text('month'), this.#text('day'));
    const found = fromDate.year !== null ? fromDate : fromYear;
    if (found.year !== null) return { ...found, yearSuffix: found.yearSuffix ?? this.#text('extradate') };
    const state = this.#text('pubstate');
    return state === null ? NO_DATE : readReferenceDate(state);
  }

  #doi(): string | null {
    const written = this.#raw('doi');
    if (written !== null) return readDoi(decodeVerbatim(written)) ?? decodeVerbatim(written);
    const url = this.#raw('url');
    return url === null ? null : doiOfAddress(decodeVerbatim(url));
  }

  #url(): string | null {
    for (const name of ['url', 'howpublished', 'note']) {
      const written = this.#raw(name);
      if (written === null) continue;
      const verbatim = decodeVerbatim(name === 'url' ? (written.split(/\s+(?=https?:)/u)[0] ?? written) : written);
      const address = name === 'url' ? verbatim : findAddress(verbatim);
      if (address !== null && address !== '') return address;
    }
    return this.#eprintAddress();
  }

  #eprintAddress(): string | null {
    const eprint = this.#raw('eprint');
    if (eprint === null) return null;
    const id = decodeVerbatim(eprint);
    const archive = (this.#text('eprinttype') ?? this.#text('archiveprefix') ?? (/^(?:arxiv:)?\d{4}\.\d{4,5}(?:v\d+)?$/iu.test(id) ? 'arxiv' : '')).toLowerCase();
    if (archive === 'arxiv') return `https://arxiv.org/abs/${id.replace(/^arxiv:/iu, '')}`;
    if (archive === 'jstor') return `https://www.jstor.org/stable/${id}`;
    if (archive === 'pubmed') return `https://pubmed.ncbi.nlm.nih.gov/${id}`;
    if (archive === 'hdl') return `https://hdl.handle.net/${id}`;
    return findAddress(id);
  }

  #accessed(): string | null {
    const written = this.#text('urldate') ?? this.#text('lastchecked') ?? this.#text('lastaccessed') ?? this.#text('timestamp-accessed');
    if (written !== null) return readReferenceDate(written).date ?? written;
    const note = `${this.#raw('note') ?? ''} ${this.#raw('howpublished') ?? ''}`;
    const seen = /\b(?:accessed|retrieved|last visited|viewed)(?: on| at)?:?\s+([\p{L}\d ,./-]{6,30})/iu.exec(note)?.[1];
    return seen === undefined ? null : parseDate(seen.replace(/[\s,.]+$/u, ''));
  }

  #keywords(): readonly string[] {
    const written = this.#text('keywords') ?? this.#text('keyword') ?? '';
    return written.split(/[,;]/u).map((word) => word.trim()).filter((word) => word !== '');
  }

  #fieldSpans(): ReadonlyMap<string, Span> {
    return new Map([...this.#entry.fields].map(([name, field]) => [name, field.span]));
  }
}
