import { findAddresses } from '../text/addresses';

/** "10.1000/182" from a DOI in whatever dress: bare, "doi:…", an address of doi.org; null for anything else. */
export const readDoi = (written: string): string | null => {
  const match = /(?:^|[\s/:=])(10\.\d{4,9}\/[^\s"<>]{1,400})/u.exec(written.trim());
  if (match?.[1] === undefined) return null;
  return trimDoi(match[1]);
};

/** A DOI in an address of its resolver, and nothing else that looks like one: publishers put DOIs into addresses of their own. */
export const doiOfAddress = (address: string): string | null => (/^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/10\./iu.test(address.trim()) ? readDoi(address) : null);

/** Without the stop or bracket of the sentence around it. */
const trimDoi = (doi: string): string => {
  let end = doi.length;
  while (end > 0) {
    const last = doi.charAt(end - 1);
    const isOpen = last === ')' && count(doi, '(', end) >= count(doi, ')', end);
    if (!/[.,;:)\]}'’”]/u.test(last) || isOpen) break;
    end--;
  }
  return doi.slice(0, end);
};

const count = (text: string, mark: string, end: number): number => {
  let found = 0;
  for (let i = 0; i < end; i++) if (text.charAt(i) === mark) found++;
  return found;
};

/** The first address in a text; null if there is none. */
export const findAddress = (written: string): string | null => findAddresses(written).map((found) => found.works[0]?.key ?? '').find((address) => !/^doi:/iu.test(address)) ?? null;
