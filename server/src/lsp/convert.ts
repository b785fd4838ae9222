/** From findings and spans to what the protocol speaks of. Offsets end here. */
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic, type DiagnosticRelatedInformation, type Location, type Range, type TextEdit } from 'vscode-languageserver';
import { rulePageAddress } from '../core/features/explain';
import { withLineEndsOf } from '../core/features/fix-all';
import type { Edit, Finding, RelatedPlace } from '../core/lint/rule';
import type { Severity } from '../core/lint/severity';
import { createLineIndex, type LineIndex } from '../core/text/line-index';
import type { Span } from '../core/text/span';

export const diagnosticSource = 'brieflint';

/** A text as the client holds it, and its findings' offsets, which do not count a byte-order mark. */
export interface Converter {
  readonly toRange: (span: Span) => Range;
  readonly toOffset: (position: { readonly line: number; readonly character: number }) => number;
  readonly toTextEdit: (edit: Edit) => TextEdit;
}

export const createConverter = (clientText: string): Converter => {
  const index: LineIndex = createLineIndex(clientText);
  const markLength = clientText.startsWith('\ufeff') ? 1 : 0;
  const toRange = ({ start, end }: Span): Range => ({ start: index.positionAt(start + markLength), end: index.positionAt(end + markLength) });
  return {
    toRange,
    toOffset: (position) => Math.max(0, index.offsetAt(position) - markLength),
    toTextEdit: ({ span, newText }) => ({ range: toRange(span), newText: withLineEndsOf(clientText, newText) }),
  };
};

/** What comes back with a code action request. */
export interface DiagnosticData {
  readonly rule: string;
  readonly level: string;
  /** Tells findings of one rule apart. */
  readonly key: string;
}

export const keyOf = ({ rule, span, message }: Finding): string => `${rule}:${span.start}:${span.end}:${message}`;

/** A text that a related place may stand in. */
export interface NamedText {
  readonly name: string;
  readonly uri: string;
  readonly converter: Converter;
}

/** Where else a related place may stand. */
export interface RelatedTexts {
  readonly texts: readonly NamedText[];
  /** A figure of another brief; undefined where it is no longer known. */
  readonly placeOf: (figure: NonNullable<RelatedPlace['other']>) => Location | undefined;
}

const noOtherTexts: RelatedTexts = { texts: [], placeOf: () => undefined };

export const toDiagnostic = (uri: string, converter: Converter, finding: Finding, docsBase: string | null, places: RelatedTexts = noOtherTexts): Diagnostic => {
  const data: DiagnosticData = { rule: finding.rule, level: finding.level, key: keyOf(finding) };
  return {
    range: converter.toRange(finding.span),
    severity: severityNumbers[finding.severity],
    source: diagnosticSource,
    code: finding.rule,
    ...(docsBase === null ? {} : { codeDescription: { href: rulePageAddress(docsBase, finding.rule) } }),
    message: finding.message,
    ...(finding.isUnnecessary === true ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(finding.related === undefined || finding.related.length === 0
      ? {}
      : { relatedInformation: finding.related.flatMap((place) => toRelated(uri, converter, place, places) ?? []) }),
    data,
  };
};

const toRelated = (uri: string, converter: Converter, { span, message, file, other: figure }: RelatedPlace, { texts, placeOf }: RelatedTexts): DiagnosticRelatedInformation | undefined => {
  if (figure !== undefined) {
    const location = placeOf(figure);
    return location && { location, message };
  }
  const other = texts.find(({ name }) => name === file) ?? { uri, converter };
  return { location: { uri: other.uri, range: other.converter.toRange(span) }, message };
};

/** A client may send back anything. */
export const parseDiagnosticData = (data: unknown): DiagnosticData | undefined => {
  if (typeof data !== 'object' || data === null) return undefined;
  const { rule, level, key } = data as Partial<Record<keyof DiagnosticData, unknown>>; // Each field is looked at below.
  if (typeof rule !== 'string' || typeof level !== 'string' || typeof key !== 'string') return undefined;
  return { rule, level, key };
};

const severityNumbers: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
