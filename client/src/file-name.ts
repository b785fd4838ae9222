const longest = 60;

/** "Which buses to buy?" is "which-buses-to-buy": a name for every file system. Letters of any script stay, accents too. */
export const fileNameOf = (title: string): string => {
  const words = title.normalize('NFC').toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  let name = '';
  for (const word of words) {
    const longer = name === '' ? Array.from(word).slice(0, longest).join('') : `${name}-${word}`;
    if (longer.length > longest && name !== '') break;
    name = longer;
  }
  // Windows has devices of these names.
  return name === '' ? 'brief' : /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(name) ? `${name}-brief` : name;
};
