/** Bytes of a text file as text: by byte-order mark, as UTF-8, else as Windows-1252, which any bytes are. null: no text at all. */
export const decodeBytes = (bytes: Uint8Array, declaredEncoding: string | null = null): string | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 8_000).includes(0)) return null;
  return decodeAs('utf-8', bytes) ?? (declaredEncoding === null ? null : decodeAs(declaredEncoding, bytes)) ?? decodeWestern(bytes);
};

const decodeAs = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // TypeError: not of this encoding. RangeError: no such encoding.
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
};

/** What Windows-1252 has at 0x80..0x9F. */
const westernMarks = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Some versions of Node take Windows-1252 for Latin 1, which has no quotation marks and dashes; of those that do not, nothing is left to replace. */
const decodeWestern = (bytes: Uint8Array): string =>
  new TextDecoder('windows-1252').decode(bytes).replace(/[\x80-\x9f]/g, (character) => westernMarks[character.charCodeAt(0) - 0x80] ?? character);
