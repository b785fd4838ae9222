import type { MarkdownIt } from './markdown-it';
import { installFencedDivs } from './fenced-divs';
import { markTokens } from './mark-tokens';
import type { KeptMarks } from './placed-marks';
import { installQuoteCallouts } from './quote-callouts';

/**
 * Callouts belong to the text, and are made when it is parsed. Marks come later and change while the text does not, but the editor parses a
 * version only once: they are put in whenever it is rendered. `marksFor` is handed what the editor calls the current document.
 */
export const extendMarkdownIt = (md: MarkdownIt, marksFor: (currentDocument: unknown) => KeptMarks | undefined): void => {
  installFencedDivs(md);
  installQuoteCallouts(md);
  const render = md.renderer.render.bind(md.renderer);
  md.renderer.render = (tokens, options, env) => {
    const marks = marksFor(currentDocumentOf(env));
    return render(marks === undefined ? tokens : markTokens(tokens, marks), options, env);
  };
};

const currentDocumentOf = (env: unknown): unknown => (typeof env === 'object' && env !== null && 'currentDocument' in env ? env.currentDocument : undefined);
