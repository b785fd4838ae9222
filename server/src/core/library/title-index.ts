import { plainWords } from './cited-names';
import type { Reference } from './reference';

/** Fewer letters name no title. */
const leastLetters = 6;
const smallWords = /^(?:the|a|an|of|on|in|for|and|to|by|at|with|from)$/u;

interface Entry {
  readonly title: string;
  readonly reference: Reference;
}

/** Entries never change, and a bibliography of thousands is indexed at each keystroke. */
const known = new WeakMap<Reference, string>();

const titleOf = (reference: Reference, written: string): string => {
  const title = known.get(reference) ?? withoutArticle(plainWords(written));
  known.set(reference, title);
  return title;
};

/** Titles in order, so that those with a given beginning lie side by side. */
export class TitleIndex {
  readonly #sorted: readonly Entry[];
  readonly #titles = new Map<Reference, string>();

  constructor(references: readonly Reference[]) {
    const entries: Entry[] = [];
    for (const reference of references) {
      if (reference.title === null) continue;
      const title = titleOf(reference, reference.title);
      entries.push({ title, reference });
      this.#titles.set(reference, title);
    }
    this.#sorted = entries.sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
  }

  startingWith(words: string): readonly Reference[] {
    const wanted = withoutArticle(plainWords(words));
    if (wanted.length < leastLetters || !wanted.includes(' ')) return [];
    const found: Reference[] = [];
    for (let i = this.#firstAtOrAfter(wanted); i < this.#sorted.length; i++) {
      const entry = this.#sorted[i];
      if (entry?.title.startsWith(wanted) !== true) break;
      found.push(entry.reference);
    }
    return found;
  }

  /** "Economic Survey of Pakistan 2024-25" names the "Pakistan Economic Survey 2024–25": all of its words are there. */
  withAllWords(references: readonly Reference[], words: string): readonly Reference[] {
    const wanted = plainWords(words).split(' ').filter((word) => !smallWords.test(word));
    if (wanted.filter((word) => !/^\d+$/u.test(word)).length < 2) return [];
    return references.filter((reference) => {
      const title = this.#titles.get(reference);
      if (title === undefined || wanted.some((word) => !title.includes(word))) return false;
      const had = new Set(title.split(' '));
      return wanted.every((word) => had.has(word));
    });
  }

  #firstAtOrAfter(wanted: string): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle]?.title ?? '') < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const withoutArticle = (title: string): string => title.replace(/^(?:the|a|an) /u, '');
