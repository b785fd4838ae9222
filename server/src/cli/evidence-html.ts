import { createHash } from 'node:crypto';
import { buildSheets, summaryOf, type Sheet, type SheetInput } from './evidence-sheets';
import { withoutControls } from './terminal-text';

const style = `
body { font: 11pt/1.4 Georgia, "Times New Roman", serif; color: #1a1a1a; background: #fff; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
h1 { font-size: 1.6em; } h2 { font-size: 1.2em; margin-top: 2em; break-after: avoid; }
table { border-collapse: collapse; width: 100%; font: 9.5pt/1.35 "Segoe UI", Helvetica, Arial, sans-serif; }
th, td { border: 1px solid #bbb; padding: .3em .5em; text-align: left; vertical-align: top; overflow-wrap: break-word; }
th { background: #eee; white-space: nowrap; } tr { break-inside: avoid; } thead { display: table-header-group; }
td:first-child { white-space: nowrap; }
@page { size: A4 landscape; margin: 15mm; }
@media print { body { margin: 0; max-width: none; padding: 0; } }
`;

/** One page to print or send: no scripts, no pictures, nothing that it would load. */
export const buildEvidenceHtml = (input: SheetInput): string => {
  const title = `Evidence for ${input.evidence.path}`;
  // Only this very style sheet may apply.
  const hash = createHash('sha256').update(style).digest('base64');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(summaryOf(input.evidence))}</p>
${buildSheets(input).map(sheetToHtml).join('\n')}
</body>
</html>
`;
};

const sheetToHtml = ({ title, note, head, rows }: Sheet): string => {
  const opening = `<h2>${escapeHtml(title)}</h2>\n<p>${escapeHtml(note)}</p>`;
  if (rows.length === 0) return opening;
  const headRow = head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('');
  const bodyRows = rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`);
  return `${opening}\n<table>\n<thead><tr>${headRow}</tr></thead>\n<tbody>\n${bodyRows.join('\n')}\n</tbody>\n</table>`;
};

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escapeHtml = (text: string): string => withoutControls(text.replace(/\s+/g, ' ')).replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);
