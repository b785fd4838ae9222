/** Numbers that writers put before headings: "3. Options", "Section 3: Options". */
import type { Section } from '../model/brief';

/** Of a heading of the outermost level; null: it has none. */
export const numberOf = (heading: string): number | null => {
  const digits = /^\s*(?:(?:section|part|chapter|chapitre|sección)\s+)?\(?(\d{1,2})(?:[.):]+(?:\s|$)|\s+(?=\p{Lu})|\s*[–—-]\s)/iu.exec(heading)?.[1];
  return digits === undefined ? null : Number(digits);
};

/** Does it begin with a number, a letter or a Roman numeral: "2.1 Costs", "B) Costs", "IV. Costs"? */
export const isNumbered = (heading: string): boolean => numberOf(heading) !== null || /^\s*(?:\d{1,2}(?:\.\d{1,2})+\.?\s|\(?(?:[A-Z]|[IVX]{1,5})[.)]\s)/.test(heading);

/** For the title of a fix among numbered headings, which leaves the numbers to the writer. */
export const aboutNumbers = (sections: readonly Section[]): string => (sections.some(({ heading }) => heading !== null && isNumbered(heading.text)) ? '; the numbers of the headings are then to be renewed' : '');
