import { describe, expect, it } from 'vitest';
import { buildLibrary, emptyInputs } from '../../server/src/core/library/build-library';
import { ownReferences } from '../../server/src/core/library/own-references';
import { reviewParts, reviewSentences } from '../../server/src/core/features/review/review-parts';
import { buildPrompt } from '../../server/src/core/features/review/review-prompt';
import { buildBrief } from '../../server/src/core/model/build-brief';
import { hostOf, withHostsOnly } from '../../server/src/core/text/address-hosts';

const wordsOf = (text: string): readonly string[] => reviewSentences(buildBrief(text), []).map(({ words }) => words);

const promptsOf = (text: string, own: readonly string[] = []): string => {
  const brief = buildBrief(text);
  const library = buildLibrary(brief, emptyInputs, ownReferences(brief));
  return reviewParts(brief, own).map((part) => buildPrompt({ brief, library, profile: null, own }, part)).join('\n');
};

describe('the words of a sentence', () => {
  it('keep the words of links and the name of the site, not the address', () => {
    expect(wordsOf('[The Port Register](https://ines:secret@ports.example:8080/a?token=abc) counts *40* boats.\n')).toEqual(['[The Port Register](ports.example) counts 40 boats.']);
    expect(wordsOf('See <https://www.ports.example/x?key=1> and https://boats.example/y?z=1.\n')).toEqual(['See <ports.example> and boats.example.']);
    expect(wordsOf('The [register][r] counts boats.\n\n[r]: https://ports.example/q?token=9\n')).toEqual(['The [register](ports.example) counts boats.']);
  });

  it('keep the mark of a note, not its words', () => {
    expect(wordsOf('Nets are torn.^[Ask Ines, says [Jon](https://a.example/t).]\n\nBoats leak.[^1]\n\n[^1]: A note of its own.\n')).toEqual(['Nets are torn.[note]', 'Boats leak.[^1]']);
    expect(wordsOf('Nets^[so Ines] are torn.\n')).toEqual(['Nets[note] are torn.']);
  });

  it('have no comments of any form, over sentences and paragraphs too', () => {
    expect(wordsOf('Boats %% Ines thinks 31 %% are late. <!-- or 32? --> Nets are torn.\n')).toEqual(['Boats are late.', 'Nets are torn.']);
    expect(wordsOf('%%\nIs this so? Ask Ines.\n\nNot before May.\n%%\n\nBoats are late.\n')).toEqual(['Boats are late.']);
    expect(wordsOf('Boats are late. %% ask Ines\n\nNets are torn.\n')).toEqual(['Boats are late.', 'Nets are torn.']);
  });

  it('lose nothing to signs that only look like those', () => {
    expect(wordsOf('Fares rose by 5%% in May. Fees rose by 3%% in June.\n')).toEqual(['Fares rose by 5%% in May.', 'Fees rose by 3%% in June.']);
    expect(wordsOf('The rest is `12 %% 5` here. Nets are torn and/or old.\n\n```r\n7 %% 2\n```\n\nBoats are late.\n')).toEqual(['The rest is `12 %% 5` here.', 'Nets are torn and/or old.', 'Boats are late.']);
    expect(wordsOf('Fares [@register2023, p. 4] and **fees** (Census Office, 2024) rose; see [below](#fees).\n')).toEqual(['Fares [@register2023, p. 4] and fees (Census Office, 2024) rose; see below.']);
  });
});

describe('the prompt', () => {
  it('has no address and no comment in its title, headings and source lines either', () => {
    const prompt = promptsOf('---\ntitle: Boats https://a.example/title?t=1\nauthor: Ines www.b.example/me\n---\n\n## Fares https://c.example/h?t=1 %% ask Jon %%\n\n- Fares cost 60% of a crossing.\n\nSource: Port Register, https://d.example/s?t=1\n');
    expect(prompt).not.toMatch(/t=1|\/me|:\/\/|Jon/);
    for (const part of ['Title: Boats a.example', 'Written by: Ines b.example', 'Fares c.example', 'Port Register, d.example']) expect(prompt).toContain(part);
  });

  it('stays short, however long title, author, headings and names are', () => {
    const long = 'many words '.repeat(3_000).trim();
    const names = Array.from({ length: 500 }, (_, i) => `Body number ${i}`);
    expect(promptsOf(`---\ntitle: ${long}\nauthor: ${long}\n---\n\n## ${long}\n\nBoats are late.\n`, names).length).toBeLessThan(promptsOf('Boats are late.\n').length + 1_200);
  });
});

describe('an address', () => {
  it('is reduced to the name of its site', () => {
    expect(withHostsOnly('See (https://www.a.example/b_(c)?d#e), //f.example/g and and//or www.h.example/i.')).toBe('See (a.example), f.example and and//or h.example.');
    expect(withHostsOnly('file:///home/ines/secret.txt')).toBe('[link]');
    expect([hostOf('#fees'), hostOf('../other.md'), hostOf('https://a.example')]).toEqual([undefined, undefined, 'a.example']);
  });
});

describe('what is asked again', () => {
  const keysOf = (text: string): readonly string[] => reviewSentences(buildBrief(text), []).map(({ key }) => key);
  const before = keysOf('## Fares\n\nFerry fares rose by 40% in 2023 (Port Register, 2024). They rose by 12% in 2022.\n\nBoats are late.\n');

  it('is a sentence whose citation nearby has gone, not only one with other words', () => {
    const after = keysOf('## Fares\n\nFerry fares rose by 40% in 2023. They rose by 12% in 2022.\n\nBoats are late.\n');
    expect(after.map((key, i) => key === before[i])).toEqual([false, false, true]);
  });

  it('is none whose neighbour has other words under the same citation', () => {
    const after = keysOf('## Fares\n\nFerry fares rose by 41% in 2023 (Port Register, 2024). They rose by 12% in 2022.\n\nBoats are late.\n');
    expect(after.map((key, i) => key === before[i])).toEqual([false, true, true]);
  });
});

it('works that are cited are gathered once for all parts, and lines once for all blocks', () => {
  const section = (i: number): string => `## Part ${i}\n\n- Boats are late (Office ${i % 30}, 2024).\n\nSource: Port Register (2023).\n`;
  const list = Array.from({ length: 30 }, (_, i) => `Office ${i} (2024). Boats. Linn.`).join('\n\n');
  const text = `${Array.from({ length: 100 }, (_, i) => section(i)).join('\n')}\n## References\n\n${list}\n`;
  const brief = buildBrief(text);
  const library = buildLibrary(brief, emptyInputs, ownReferences(brief));
  const parts = reviewParts(brief, []);
  let asked = 0;
  const counting = { ...library, usesOf: (reference: Parameters<typeof library.usesOf>[0]) => ((asked += 1), library.usesOf(reference)) };
  for (const part of parts) buildPrompt({ brief, library: counting, profile: null, own: [] }, part);
  expect(parts.length).toBeGreaterThan(90);
  expect(asked).toBe(library.references.length);
});
