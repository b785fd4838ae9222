import fc from 'fast-check';
import { DocumentDiagnosticRequest } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../server/src/check';
import { createConverter, toDiagnostic } from '../../server/src/lsp/convert';
import { MemoryDoor, startInMemory } from '../support/language-client';

const start = `---
title: A levy on parking
---

## Summary

The levy brings in 4.5% of the budget (Lunde, 2023).[^1]

| Year | Share |
| --- | --- |
| 2023 | 4% |
| 2024 | TBC |

- The council should act by May 2025.
- [ ] More.

> “We need it.”

[^1]: See the report.

## Next steps
`;

/** What people type, and what breaks parsers. */
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('\n', '\n\n', '\r\n', ' ', '#', '## Risks\n\n', '- ', '> ', '|', '---\n', '```\n', '<!-- brieflint-disable-file placeholder-left-in -- so -->', '[^1]', '(OECD, 2024)', '12%', 'TODO', '**Costs**', '😀', '\ud800', '\u0301', '') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);

const edit = fc.record({ from: fc.nat({ max: 999 }), length: fc.nat({ max: 60 }), text: piece });

/** Of a text, in thousandths of its length. */
const rangeIn = (document: TextDocument, from: number, length: number): { readonly start: { line: number; character: number }; readonly end: { line: number; character: number } } => {
  const offset = Math.floor((document.getText().length * from) / 1000);
  return { start: document.positionAt(offset), end: document.positionAt(offset + length) };
};

describe('incremental sync', () => {
  it('finds after any edits what a fresh check of the final text finds', async () => {
    const door = new MemoryDoor();
    const client = await startInMemory({ capabilities: { textDocument: { diagnostic: {} } } }, door);
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
        const uri = `file:///papers/${String(count++)}.md`;
        const mirror = TextDocument.create(uri, 'markdown', 1, start);
        await client.open(uri, start);
        for (const [i, { from, length, text }] of edits.entries()) {
          const changes = [{ range: rangeIn(mirror, from, length), text }];
          await client.change(uri, i + 2, changes);
          TextDocument.update(mirror, changes, i + 2);
          // A check in between leaves something in the cache that the next one must not be misled by.
          if (i % 2 === 0) await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
        }
        const pulled = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
        const final = mirror.getText();
        const { findings } = checkDocument({ text: final, layers: [], today: door.today() });
        const converter = createConverter(final);
        // Through JSON, as the diagnostics went: a lone surrogate is one on both sides.
        expect('items' in pulled ? pulled.items : undefined).toEqual(JSON.parse(JSON.stringify(findings.map((finding) => toDiagnostic(uri, converter, finding, door.docsBase)))));
        await client.close(uri);
      }),
      { numRuns: 40 },
    );
    await client.stop();
  }, 60_000);
});
