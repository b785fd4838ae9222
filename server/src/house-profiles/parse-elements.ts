import type { Disclosure, OptionPart, ProfileElements } from '../core/profiles/profile';
import { below, type Placed, type ValueReader } from './value-reader';

export const elementKeys = ['recommendationInSummary', 'askWithinWords', 'statusQuoOption', 'optionParts', 'disclosures'] as const;

export const optionParts: readonly OptionPart[] = ['benefit', 'harm', 'cost', 'certainty'];

export const disclosures: readonly Disclosure[] = ['conflicts', 'funding'];

export const parseElements = (placed: Placed, inherited: ProfileElements, reader: ValueReader): ProfileElements | undefined => {
  const map = reader.map(placed, `map of ${elementKeys.join(', ')}`);
  if (map === undefined) return undefined;
  reader.keys(placed, map, elementKeys);
  const given = <K extends keyof ProfileElements>(key: K, read: (item: Placed) => ProfileElements[K] | undefined): ProfileElements[K] => {
    const value = Object.hasOwn(map, key) ? read(below(placed, key, map[key])) : undefined;
    return value === undefined ? inherited[key] : value;
  };
  return {
    recommendationInSummary: given('recommendationInSummary', (item) => reader.switchedOn(item)),
    askWithinWords: given('askWithinWords', (item) => reader.countOrNone(item)),
    statusQuoOption: given('statusQuoOption', (item) => reader.switchedOn(item)),
    optionParts: given('optionParts', (item) => reader.choices(item, optionParts)),
    disclosures: given('disclosures', (item) => reader.choices(item, disclosures)),
  };
};
