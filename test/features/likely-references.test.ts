import { describe, expect, it } from 'vitest';
import { rankReferences } from '../../server/src/core/features/likely-references';
import { bib, readCited, sourceText, type Surroundings } from '../support/cited-brief';

const ranked = (text: string, surroundings: Surroundings = {}): readonly string[] => {
  const { brief, library } = readCited(text, { bib, ...surroundings });
  const [sentence] = brief.sentences;
  return sentence === undefined ? [] : rankReferences(brief, library, sentence).map(({ reference, isLikely, reason }) => `${reference.id}${isLikely ? `: ${reason ?? ''}` : ''}`);
};

describe('likely references', () => {
  it('those whose text has the figure come first', () => {
    const texts = { harbour2023: sourceText('sources/harbour2023.txt', ['The gate handled 412,000 containers in all.']) };
    expect(ranked('In 2023 some 412,000 containers passed.', { texts })[0]).toBe('harbour2023: its text has “412,000”');
  });

  it('then those whose author is named', () => {
    expect(ranked('Ruiz counted the lorries.')[0]).toBe('ruiz2024: named in the sentence');
  });

  it('then those that share words of the title', () => {
    expect(ranked('All freight passes the north gate.')[0]).toMatch(/^harbour2025: in its title: /);
  });

  it('one common word makes nothing likely, and all are listed in their order', () => {
    expect(ranked('The board meets in May.')).toEqual(['harbour2025', 'ruiz2024', 'harbour2023']);
  });
});
