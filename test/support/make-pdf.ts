/** A small PDF by hand: pages of lines in Helvetica. */
export interface PdfLine {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** 11 if not given. */
  readonly size?: number;
}

export const makePdf = (pages: readonly (readonly PdfLine[])[], options: { readonly isLocked?: boolean } = {}): Uint8Array => {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const kids = pages.map((_page, i) => `${String(4 + 2 * i)} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${String(pages.length)} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  for (const page of pages) {
    const content = page.map(({ x, y, text, size = 11 }) => `BT /F1 ${String(size)} Tf ${String(x)} ${String(y)} Td (${text.replace(/[\\()]/g, String.raw`\$&`)}) Tj ET`).join('\n');
    const id = add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${String(objects.length + 2)} 0 R >>`);
    if (id < 4) throw new Error('pages come after the fonts');
    add(`<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`);
  }
  // Keys that open with no password that anybody would try.
  const locked = options.isLocked === true ? add(`<< /Filter /Standard /V 1 /R 2 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> /P -4 >>`) : null;
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const offset = file.length;
    file += `${String(i + 1)} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const xref = file.length;
  file += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n`;
  for (const offset of offsets) file += `${String(offset).padStart(10, '0')} 00000 n \n`;
  const encrypt = locked === null ? '' : ` /Encrypt ${String(locked)} 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]`;
  file += `trailer\n<< /Size ${String(objects.length + 1)} /Root 1 0 R${encrypt} >>\nstartxref\n${String(xref)}\n%%EOF\n`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
};
