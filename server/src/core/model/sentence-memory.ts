/**
 * What readers made of a sentence or a table by its own words. After a keystroke all of them but one say what they said, only further down: they share their
 * memory with what stood there before, so that a reader looks at what changed alone, and goes through the rest without a look at their words.
 */
import type { Brief, Sentence, TableBlock } from './brief';
import { rememberByBrief } from './remember-by-brief';

/** What each reader found, at the place of the reader. */
type Memory = unknown[];

const memories = new WeakMap<object, Memory>();

const memoryOf = (one: object): Memory => {
  const known = memories.get(one);
  if (known) return known;
  const memory: Memory = [];
  memories.set(one, memory);
  return memory;
};

/** `moved` differs from `origin` only in where it stands: a sentence, or the rows of a table. */
export const shareMemory = (moved: Sentence | TableBlock['rows'], origin: Sentence | TableBlock['rows']): void => {
  memories.set(moved, memoryOf(origin));
};

const sentenceMemories = rememberByBrief(({ sentences }: Brief): readonly Memory[] => sentences.map(memoryOf));
const tableMemories = rememberByBrief(({ tables }: Brief): readonly Memory[] => tables.map(({ rows }) => memoryOf(rows)));

let readerCount = 0;

/** Null for none: there is nothing to go through. */
export const someOf = <Item>(items: readonly Item[]): readonly Item[] | null => (items.length === 0 ? null : items);

/** What a reader found in one sentence. */
export interface Said<Found> {
  readonly sentence: Sentence;
  readonly found: Found;
}

/**
 * Those sentences of a brief in which `read` finds something. It may look at the words, and at the numbers, citations and quotations as they stand in them;
 * not at the brief, its section or its block. Places that it finds are offsets into the sentence's text.
 */
export const readSentences = <Found extends object>(read: (sentence: Sentence) => Found | null): ((brief: Brief) => readonly Said<Found>[]) => {
  const place = readerCount++;
  return rememberByBrief((brief) => {
    const all: Said<Found>[] = [];
    const memories = sentenceMemories(brief);
    for (let i = 0; i < memories.length; i++) {
      const found = askAt(memories, brief.sentences, i, place, read);
      const sentence = brief.sentences[i];
      if (found !== null && sentence !== undefined) all.push({ sentence, found });
    }
    return all;
  });
};

const askAt = <Value extends object>(memories: readonly Memory[], sentences: readonly Sentence[], at: number, place: number, read: (sentence: Sentence) => Value | null): Value | null => {
  const [memory, sentence] = [memories[at], sentences[at]];
  if (memory === undefined || sentence === undefined) return null;
  // Nobody else writes to the place of this reader.
  const known = memory[place] as Value | null | undefined;
  if (known !== undefined) return known;
  const value = read(sentence);
  memory[place] = value;
  return value;
};

/** What `read` makes of each sentence, in their order. */
export const readEachSentence = <Value extends object>(read: (sentence: Sentence) => Value | null): ((brief: Brief) => readonly (Value | null)[]) => {
  const place = readerCount++;
  return rememberByBrief((brief) => {
    const memories = sentenceMemories(brief);
    return memories.map((_, i) => askAt(memories, brief.sentences, i, place, read));
  });
};

/** Head and body: what stands around a table may change while they do not. */
export type TableCells = Pick<TableBlock, 'head' | 'rows'>;

/** The same for the cells of tables. */
export const readTables = <Found extends object>(read: (cells: TableCells) => Found | null): ((brief: Brief) => readonly { readonly table: TableBlock; readonly found: Found }[]) => {
  const place = readerCount++;
  return rememberByBrief((brief) => {
    const all: { table: TableBlock; found: Found }[] = [];
    for (const [i, memory] of tableMemories(brief).entries()) {
      const table = brief.tables[i];
      if (table === undefined) continue;
      let found = memory[place] as Found | null | undefined;
      if (found === undefined) memory[place] = found = read(table);
      if (found !== null) all.push({ table, found });
    }
    return all;
  });
};

/** What `read` makes of a sentence, under the same conditions. */
export const rememberBySentence = <Value extends object | string | number | boolean>(read: (sentence: Sentence) => Value): ((sentence: Sentence) => Value) => {
  const place = readerCount++;
  return (sentence) => {
    const memory = memoryOf(sentence);
    const known = memory[place] as Value | undefined;
    if (known !== undefined) return known;
    const value = read(sentence);
    memory[place] = value;
    return value;
  };
};

/** A place to keep what was made of a sentence, or of the rows of a table, also with words around it: whoever keeps something keeps what it depends on too. */
export const createNotes = <Note extends object>(): { readonly get: (one: Sentence | TableBlock['rows']) => Note | undefined; readonly set: (one: Sentence | TableBlock['rows'], note: Note) => void } => {
  const place = readerCount++;
  return {
    get: (one) => memoryOf(one)[place] as Note | undefined,
    set: (one, note) => {
      memoryOf(one)[place] = note;
    },
  };
};
