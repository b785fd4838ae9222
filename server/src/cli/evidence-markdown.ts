import { buildSheets, summaryOf, type Sheet, type SheetInput } from './evidence-sheets';
import { withoutControls } from './terminal-text';

export const buildEvidenceMarkdown = (input: SheetInput): string => {
  const parts = [`# Evidence for ${escapeCell(input.evidence.path)}`, summaryOf(input.evidence), ...buildSheets(input).map(sheetToMarkdown)];
  return `${parts.join('\n\n')}\n`;
};

const sheetToMarkdown = ({ title, note, head, rows }: Sheet): string => {
  const opening = `## ${title}\n\n${note}`;
  if (rows.length === 0) return opening;
  const lines = [head, head.map(() => '---'), ...rows.map((row) => row.map(escapeCell))].map((cells) => `| ${cells.join(' | ')} |`);
  return `${opening}\n\n${lines.join('\n')}`;
};

/** Words of the brief are shown, not obeyed: no markup, no links, no end of the cell. */
const escapeCell = (text: string): string =>
  withoutControls(text.replace(/\s+/g, ' '))
    .replace(/[\\`*[\]<>|~$]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#|[A-Za-z][A-Za-z0-9]{1,31};)/g, '&amp;')
    .replace(/!(?=\\\[)/g, '\\!')
    .trim();
