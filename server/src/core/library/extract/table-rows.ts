/** A row of a table with the names of its columns, so that it can be read alone: "Region: North; Share (%): 22.7". */
export const rowText = (head: readonly string[], cells: readonly string[]): string =>
  cells
    .map((cell, i) => ({ name: (head[i] ?? '').trim().replace(/\s*:$/, ''), cell: cell.trim() }))
    .filter(({ cell }) => cell !== '')
    .map(({ name, cell }) => (name === '' ? cell : `${name}: ${cell}`))
    .join('; ');

/** A row of one cell is a title, or a page that is laid out with a table. */
export const isRowOfMany = (cells: readonly string[]): boolean => cells.filter((cell) => cell.trim() !== '').length > 1;

/** Does a first row name columns? Names hold letters; at most years are mere numbers. */
export const isHead = (cells: readonly string[]): boolean => {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return filled.length > 0 && filled.some((cell) => /\p{L}/u.test(cell)) && filled.every((cell) => /\p{L}/u.test(cell) || /^(?:1[89]|20)\d\d(?:[-–/]\d{2,4})?$/.test(cell));
};
