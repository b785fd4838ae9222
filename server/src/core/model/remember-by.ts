/** Works something out once for each object, and keeps it as long as the object is in use. */
export const rememberBy = <Key extends object, Value>(make: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const last = known.get(key);
    if (last) return last.value;
    const value = make(key);
    known.set(key, { value });
    return value;
  };
};
