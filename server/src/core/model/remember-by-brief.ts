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

/** The same for what also depends on names, such as those of institutions that count as the author. The last ones are kept. */
export const rememberByBriefAndNames = <Value>(make: (brief: Brief, names: readonly string[]) => Value): ((brief: Brief, names: readonly string[]) => Value) => {
  const known = new WeakMap<Brief, { readonly names: string; readonly value: Value }>();
  return (brief, names) => {
    const key = names.join('\n');
    const last = known.get(brief);
    if (last?.names === key) return last.value;
    const value = make(brief, names);
    known.set(brief, { names: key, value });
    return value;
  };
};
