import { describe, expect, it } from 'vitest';
import { askParts, OneAtATime, readUpTo } from '../../client/src/review/ask-parts';

const asking = (log: string[], fails: { readonly ask?: string; readonly handIn?: string; readonly cancelAfter?: number } = {}): Parameters<typeof askParts<string>>[1] => ({
  isCancelled: () => log.filter((line) => line.startsWith('take')).length >= (fails.cancelAfter ?? Infinity),
  begin: (part, i) => log.push(`${i + 1}: ${part}`),
  ask: (part) => (part === fails.ask ? Promise.reject(new Error('quota')) : Promise.resolve(`labels of ${part}`)),
  handIn: (part, answer) => {
    if (part === fails.handIn) return Promise.reject(new Error('connection got disposed'));
    log.push(`take ${answer}`);
    return Promise.resolve();
  },
});

describe('parts of a brief', () => {
  it('are asked about one after the other', async () => {
    const log: string[] = [];
    expect(await askParts(['a', 'b'], asking(log))).toBeUndefined();
    expect(log).toEqual(['1: a', 'take labels of a', '2: b', 'take labels of b']);
  });

  it('end with the first trouble, and whose it is is told apart', async () => {
    expect(await askParts(['a', 'b'], asking([], { ask: 'b' }))).toMatchObject({ who: 'model', error: { message: 'quota' } });
    expect(await askParts(['a', 'b'], asking([], { handIn: 'a' }))).toMatchObject({ who: 'checker', error: { message: 'connection got disposed' } });
  });

  it('end without a word where the user stops', async () => {
    const log: string[] = [];
    expect(await askParts(['a', 'b', 'c'], asking(log, { cancelAfter: 1 }))).toBeUndefined();
    expect(log).toEqual(['1: a', 'take labels of a']);
  });
});

/** Pieces without an end, with a count of those that were taken. */
async function* flood(taken: string[]): AsyncGenerator<string> {
  for (;;) {
    taken.push('x');
    yield await Promise.resolve('0123456789');
  }
}

describe('an answer', () => {
  it('is stopped where it comes from when it floods', async () => {
    const taken: string[] = [];
    let isStopped = false;
    const answer = await readUpTo(flood(taken), { longest: 25, stop: () => (isStopped = true), isStopped: () => isStopped });
    expect([answer.length, taken.length, isStopped]).toEqual([30, 3, true]);
  });

  it('ends where the user stops it, whether the provider heeds that or not', async () => {
    expect(await readUpTo(flood([]), { longest: 1_000, stop: () => undefined, isStopped: () => true })).toBe('0123456789');
  });
});

describe('one at a time', () => {
  it('refuses a second run of the same name until the first is done, however it ends', async () => {
    const running = new OneAtATime();
    let finish = (): void => undefined;
    const first = running.run('brief', () => new Promise<string>((resolve) => (finish = () => resolve('read'))));
    expect(await running.run('brief', () => Promise.resolve('again'))).toBeUndefined();
    expect(await running.run('other', () => Promise.resolve('fine'))).toEqual({ result: 'fine' });
    finish();
    expect(await first).toEqual({ result: 'read' });
    await expect(running.run('brief', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await running.run('brief', () => Promise.resolve('again'))).toEqual({ result: 'again' });
  });
});
