export interface FoundObject {
  /** `{…}` as written, with `null` for each object inside. */
  readonly words: string;
  readonly inner: readonly FoundObject[];
}

export interface FoundObjects {
  /** Those that no other closed one holds. */
  readonly objects: readonly FoundObject[];
  /** The last one has no end. */
  readonly isCutOff: boolean;
}

interface OpenObject {
  readonly pieces: string[];
  readonly inner: FoundObject[];
  /** Where the piece begins that is not written down yet. */
  from: number;
}

/** No honest answer goes deeper. What lies further out is let go. */
const deepest = 100;

/** JSON objects in any text, in one pass. A quotation mark that a line does not close is taken for a slip. */
export const findObjects = (text: string): FoundObjects => {
  const objects: FoundObject[] = [];
  const open: OpenObject[] = [];
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\n') isInString = false;
    else if (open.length > 0 && isInString && character === '\\') at += 1;
    else if (open.length > 0 && character === '"') isInString = !isInString;
    else if (isInString) continue;
    else if (character === '{') {
      open.at(-1)?.pieces.push(text.slice(open.at(-1)?.from, at), 'null');
      open.push({ pieces: [], inner: [], from: at });
      if (open.length > deepest) objects.push(...(open.shift()?.inner ?? []));
    } else if (character === '}') {
      const closed = open.pop();
      if (closed === undefined) continue;
      const found = { words: [...closed.pieces, text.slice(closed.from, at + 1)].join(''), inner: closed.inner };
      const around = open.at(-1);
      if (around === undefined) objects.push(found);
      else {
        around.inner.push(found);
        around.from = at + 1;
      }
    }
  }
  // What an answer that breaks off has said until then counts.
  return { objects: [...objects, ...open.flatMap(({ inner }) => inner)], isCutOff: open.at(-1)?.inner.length === 0 };
};
