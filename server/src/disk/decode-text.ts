/** A file's bytes as text, and what must be known to write it back as it was. */
export interface DecodedText {
  /** Without a byte-order mark. */
  readonly text: string;
  readonly hasByteOrderMark: boolean;
  /** Said where the bytes are no clean UTF-8: offsets then count in what could be read, and the file is never written. */
  readonly problem: string | null;
}

export const decodeText = (bytes: Uint8Array): DecodedText => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be');
  const hasByteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), hasByteOrderMark, problem: null };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { text: new TextDecoder('utf-8').decode(bytes), hasByteOrderMark, problem: 'not UTF-8: some characters could not be read, save the file as UTF-8' };
  }
};

const decodeUtf16 = (bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedText => ({
  text: new TextDecoder(encoding).decode(bytes),
  hasByteOrderMark: true,
  problem: 'saved as UTF-16: read all the same, but other programs expect UTF-8',
});
