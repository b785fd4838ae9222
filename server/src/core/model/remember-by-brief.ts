import type { Brief } from './brief';

/** Works something out once for each brief, and keeps it as long as the brief is in use. */
export const rememberByBrief = <Value>(make: (brief: Brief) => Value): ((brief: Brief) => Value) => {
  const known = new WeakMap<Brief, { readonly value: Value }>();
  return (brief) => {
    const remembered = known.get(brief) ?? { value: make(brief) };
    known.set(brief, remembered);
    return remembered.value;
  };
};
