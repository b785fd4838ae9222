import { describe, expect, it } from 'vitest';
import { decodeText } from '../../server/src/disk/decode-text';

const bytesOf = (...bytes: readonly number[]): Uint8Array => Uint8Array.from(bytes);

describe('decodeText', () => {
  it.each([
    ['UTF-8', bytesOf(0xc3, 0xa9), { text: 'é', hasByteOrderMark: false, problem: null }],
    ['UTF-8 with a mark', bytesOf(0xef, 0xbb, 0xbf, 0x61), { text: 'a', hasByteOrderMark: true, problem: null }],
    ['nothing', bytesOf(), { text: '', hasByteOrderMark: false, problem: null }],
  ])('reads %s', (_name, bytes, decoded) => expect(decodeText(bytes)).toEqual(decoded));

  it.each([
    ['Latin-1', bytesOf(0x63, 0xe9), 'c\ufffd', /not UTF-8/],
    ['UTF-16 of Windows', bytesOf(0xff, 0xfe, 0x61, 0x00), 'a', /UTF-16/],
    ['UTF-16, the other way round', bytesOf(0xfe, 0xff, 0x00, 0x61), 'a', /UTF-16/],
  ])('reads %s as far as it can and says so', (_name, bytes, text, problem) => {
    const decoded = decodeText(bytes);
    expect(decoded.text).toBe(text);
    expect(decoded.problem).toMatch(problem);
  });
});
