/**
 * The path in a `file` field: a plain path, JabRef's "description:path:PDF", Zotero's "Full Text:files/1/a.pdf:application/pdf", or several
 * of them parted by ";". A PDF before all else.
 */
export function chooseFile(written: string): string | null {
  const paths = written.split(/(?<!\\);/u).slice(0, MOST_FILES).map(pathOf).filter((path) => path !== '');
  return paths.find((path) => /\.pdf$/iu.test(path)) ?? paths[0] ?? null;
}

const MOST_FILES = 50;

function pathOf(written: string): string {
  const parts = joinDrives(written.trim().replace(/^\{+|\}+$/gu, '').split(/(?<!\\):/u));
  const hasType = parts.length > 1 && /^(?:[A-Za-z]{2,12}|[\w.+-]+\/[\w.+-]+|)$/u.test(parts.at(-1) ?? '') && !/\.\w{2,5}$/u.test(parts.at(-1) ?? '');
  const named = hasType ? parts.slice(0, -1) : parts;
  const path = (named.length > 1 ? named.slice(1) : named).join(':');
  return path.replace(/\\([:;_{}&%#\\])/gu, '$1').replace(/[{}]/gu, '').trim();
}

/** "C:\papers\a.pdf" and "file://a.pdf" keep their colon. */
function joinDrives(parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    if (before !== undefined && /^[\\/]/u.test(part) && /^(?:[A-Za-z]|https?|file)$/u.test(before)) joined[joined.length - 1] = `${before}:${part}`;
    else joined.push(part);
  }
  return joined;
}
