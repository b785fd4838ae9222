import type { CodeAction } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../server/src/check';
import { parseClientFeatures } from '../../server/src/lsp/client-features';
import { buildCodeActions } from '../../server/src/lsp/code-actions';
import { createConverter, toDiagnostic } from '../../server/src/lsp/convert';
import { missingSectionsKind } from '../../server/src/protocol';
import { toLayer } from '../../server/src/settings';
import { capablePushClient } from '../support/language-client';

const uri = 'file:///papers/brief.md';

const actionsOf = (text: string, only: readonly string[]): readonly CodeAction[] => {
  const checked = checkDocument({ text, layers: [toLayer('command-line', { profile: 'position-paper' })], today: '2026-06-30' });
  const converter = createConverter(text);
  const document = { uri, version: 1, converter, resultId: '1', ...checked, bibliographies: [], sourceUris: new Map(), unchecked: [], profile: 'position-paper', whyNothing: null, notice: null };
  const diagnostics = checked.findings.filter(({ rule }) => rule === 'missing-required-section').map((finding) => toDiagnostic(uri, converter, finding, null));
  return buildCodeActions(document, { textDocument: { uri }, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, context: { diagnostics, only: [...only] } }, parseClientFeatures(capablePushClient));
};

const headingsIn = ({ edit }: CodeAction): readonly string[] =>
  (edit?.documentChanges ?? []).flatMap((change) => ('edits' in change ? change.edits.flatMap((each) => ('newText' in each ? (each.newText.match(/^## .*$/gm) ?? []) : [])) : []));

const lacksThree = '# Ban the plastic bag\n\n## Our position\n\nBags are to be banned.\n';

describe('missing sections', () => {
  it('are added all at once, in the order of the profile, from anywhere in the brief', () => {
    const actions = actionsOf(lacksThree, [missingSectionsKind]);
    expect(actions.map(({ title, kind }) => [title, kind])).toEqual([['Add all missing sections', missingSectionsKind]]);
    expect(actions.flatMap(headingsIn)).toEqual(['## Evidence', '## Counter-arguments', '## Recommendations']);
  });

  it('are offered one by one and all together, each step once', () => {
    const titles = actionsOf(lacksThree, ['quickfix']).flatMap(({ title }) => (title.startsWith('Add') ? [title] : []));
    expect(titles).toEqual(['Add the section "Counter-arguments"', 'Add all 3 missing sections', 'Add the section "Evidence"', 'Add the section "Recommendations"']);
  });

  it('take the form of their neighbours', () => {
    const pasted = 'OUR POSITION\r\nBags are to be banned, and the ban is to hold for markets as well as for shops in the whole of the old town, from the first day of May and without an exception for the season of the fairs.\r\nWHAT THE EVIDENCE SAYS\r\nThey block drains, and blocked drains flood the market street three times in each year, so that the stalls stay closed for nine days and the market loses the fees of those days.\r\n';
    const [action] = actionsOf(pasted, [missingSectionsKind]);
    const texts = (action?.edit?.documentChanges ?? []).flatMap((change) => ('edits' in change ? change.edits.flatMap((each) => ('newText' in each ? [each.newText] : [])) : []));
    expect(texts).toHaveLength(1);
    for (const title of ['COUNTER-ARGUMENTS', 'RECOMMENDATIONS']) expect(texts[0]).toContain(`\r\n${title}\r\n`);
    expect(texts[0]).not.toMatch(/(?<!\r)\n|#/);
  });

  it('are not offered where none is missing', () => {
    const whole = `${lacksThree}\n## Evidence\n\nThey block drains.\n\n## Objections\n\nShops fear costs.\n\n## Call to action\n\nThe council passes the ban.\n`;
    expect(actionsOf(whole, [missingSectionsKind])).toEqual([]);
  });

  it('are never added by the step that makes all safe fixes', () => {
    expect(actionsOf(lacksThree, ['source.fixAll']).flatMap(headingsIn)).toEqual([]);
  });
});
