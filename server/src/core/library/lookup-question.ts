import { lacksData } from './complete-reference';
import type { Reference } from './reference';
import { doiOfAddress } from './reference-identifiers';

/** What could be asked about a work: its DOI, else its address. Nothing else of it may be sent anywhere. */
export interface LookupQuestion {
  readonly kind: 'doi' | 'address';
  readonly value: string;
}

/** null: the entry names neither. */
export const lookupQuestionOf = ({ doi, url }: Pick<Reference, 'doi' | 'url'>): LookupQuestion | null => {
  const known = doi ?? (url === null ? null : doiOfAddress(url));
  if (known !== null && /^10\.\d{4,9}\/\S+$/.test(known)) return { kind: 'doi', value: known };
  return url !== null && /^https?:\/\//i.test(url) ? { kind: 'address', value: url } : null;
};

/** Does an entry lack something, and does it name where that could be asked? */
export const isWorthAsking = (reference: Reference): boolean => lacksData(reference) && lookupQuestionOf(reference) !== null;
