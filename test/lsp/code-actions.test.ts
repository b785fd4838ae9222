import type { CodeActionContext, Diagnostic } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../server/src/check';
import type { Finding } from '../../server/src/core/lint/rule';
import type { CheckedDocument } from '../../server/src/lsp/checked-document';
import { parseClientFeatures } from '../../server/src/lsp/client-features';
import { buildCodeActions, fixAllKind } from '../../server/src/lsp/code-actions';
import { createConverter, toDiagnostic } from '../../server/src/lsp/convert';
import { capablePushClient } from '../support/language-client';

const uri = 'file:///papers/brief.md';
const text = 'The levy is old.\r\nIt is dear.\r\n';

/** Findings with fixes as a rule would give them. */
const finding = (start: number, end: number, newText: string, safe: boolean): Finding => ({
  rule: 'source-named-two-ways',
  group: 'citations',
  severity: 'warning',
  level: 'body',
  message: `${newText} is meant`,
  span: { start, end },
  fixes: [{ title: `Change to ${newText}`, safe, edits: [{ span: { start, end }, newText }] }],
});

const findings = [finding(4, 8, 'tax', true), finding(24, 28, 'costly', false)];

const checked = checkDocument({ text, layers: [], today: null });

const document: CheckedDocument = {
  uri,
  version: 3,
  converter: createConverter(text),
  resultId: '1',
  brief: checked.brief,
  library: checked.library,
  settings: checked.settings,
  findings,
  silenced: [],
  bibliographies: [],
  sourceUris: new Map(),
  unchecked: [],
  profile: null, likelyProfile: null,
  whyNothing: null,
  notice: null,
};

const diagnostics: Diagnostic[] = findings.map((each) => toDiagnostic(uri, document.converter, each, null));

const actionsFor = (context: Partial<CodeActionContext>, capabilities = capablePushClient): ReturnType<typeof buildCodeActions> =>
  buildCodeActions(document, { textDocument: { uri }, range: { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } }, context: { diagnostics, ...context } }, parseClientFeatures(capabilities));

describe('fixes', () => {
  it('are preferred where they are safe', () => {
    const fixes = actionsFor({ only: ['quickfix'] }).filter(({ title }) => title.startsWith('Change'));
    expect(fixes.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ['Change to tax', true],
      ['Change to costly', undefined],
    ]);
  });

  it('carry the version that they were made for', () => {
    const [fix] = actionsFor({ only: ['quickfix'] });
    expect(fix?.edit?.documentChanges).toEqual([{ textDocument: { uri, version: 3 }, edits: [{ range: { start: { line: 0, character: 4 }, end: { line: 0, character: 8 } }, newText: 'tax' }] }]);
  });

  it('are plain edits for clients without versions', () => {
    const [fix] = actionsFor({ only: ['quickfix'] }, {});
    expect(fix?.edit?.changes?.[uri]).toHaveLength(1);
  });
});

describe('setting a finding aside', () => {
  it('tells a client by data, not by its title, what it sets aside', () => {
    const ignores = actionsFor({ only: ['quickfix'] }).flatMap(({ title, data }) => (data === undefined ? [] : [[title, data]]));
    expect(ignores.slice(0, 2)).toEqual([
      [expect.stringContaining('Ignore here'), { ignores: 'here' }],
      [expect.stringContaining('in this file'), { ignores: 'in-file' }],
    ]);
  });
});

describe('fix all', () => {
  it.each([['source'], ['source.fixAll'], [fixAllKind]])('makes the safe ones when asked for %s', (kind) => {
    const [action, ...others] = actionsFor({ only: [kind], diagnostics: [] });
    expect(others).toEqual([]);
    expect(action?.kind).toBe(fixAllKind);
    expect(JSON.stringify(action?.edit)).toContain('tax');
    expect(JSON.stringify(action?.edit)).not.toContain('costly');
  });

  it('does not come with another tool’s', () => {
    expect(actionsFor({ only: ['source.fixAll.other'] })).toEqual([]);
  });
});
