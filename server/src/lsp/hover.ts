import { MarkupKind, type Hover, type Position } from 'vscode-languageserver';
import { findCitationHover } from '../core/features/citation-hover';
import { explainBriefly, rulePageAddress } from '../core/features/explain';
import { findFigureHover } from '../core/features/figures/figure-hover';
import { findRecommendationHover } from '../core/features/recommendation-hover';
import type { Finding } from '../core/lint/rule';
import { findRule } from '../core/rules/index';
import type { CheckedDocument } from './checked-document';
import type { Session } from './session';
import { placeLinkTo, sourceLinksOf } from './source-links';

/** Findings may lie in one another (a figure in a paragraph without a source); more than a few would fill the screen. */
const most = 3;

/** What source stands behind the words here, how a figure reads and where else it stands, and why they are marked. The message of a finding is not repeated: the client shows it with the diagnostic. */
export const buildHover = (document: CheckedDocument, position: Position, session: Session): Hover | null => {
  const offset = document.converter.toOffset(position);
  const { brief, library, settings } = document;
  const citation = brief === null ? undefined : findCitationHover({ brief, library, style: settings.citationStyle, links: sourceLinksOf(document, session) }, offset);
  const figure = brief === null ? undefined : findFigureHover({ brief, linkTo: placeLinkTo(document) }, offset);
  // What stands in it has its own hover.
  const recommendation = brief === null || citation !== undefined || figure !== undefined ? undefined : findRecommendationHover({ brief, linkTo: placeLinkTo(document) }, offset);
  const findings = findingsAt(document, offset);
  const span = citation?.span ?? figure?.span ?? findings[0]?.span ?? recommendation?.span;
  if (span === undefined) return null;
  const parts = [...(citation === undefined ? [] : [citation.markdown]), ...(figure === undefined ? [] : [figure.markdown]), ...(recommendation === undefined ? [] : [recommendation.markdown]), ...explanationsOf(findings, session.docsBase)];
  return { contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') }, range: document.converter.toRange(span) };
};

const explanationsOf = (findings: readonly Finding[], docsBase: string | null): readonly string[] => {
  const metas = [...new Set(findings.map(({ rule }) => rule))].flatMap((rule) => findRule(rule)?.meta ?? []).slice(0, most);
  return metas.map((meta) => explainBriefly(meta, docsBase === null ? null : rulePageAddress(docsBase, meta.name)));
};

/** The shortest first. */
const findingsAt = ({ findings }: CheckedDocument, offset: number): readonly Finding[] => {
  const lengthOf = ({ span }: Finding): number => span.end - span.start;
  return findings.filter(({ span }) => span.start <= offset && offset <= span.end).sort((a, b) => lengthOf(a) - lengthOf(b));
};
