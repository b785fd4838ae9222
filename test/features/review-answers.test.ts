import { describe, expect, it } from 'vitest';
import { parseAnswers } from '../../server/src/core/features/review/parse-answers';
import { readLabel } from '../../server/src/core/features/review/read-label';
import { reviewSentences } from '../../server/src/core/features/review/review-parts';
import { buildReviewReport } from '../../server/src/core/features/review/review-words';
import { buildBrief } from '../../server/src/core/model/build-brief';

const asked = reviewSentences(buildBrief('[The register](https://ports.example/a?t=1) counts 40 boats. **Boats** [@reg2023] are late. Nets (Port Office, 2024) are torn.\n'), []);
const labelsIn = (answer: string): unknown => [...parseAnswers(answer, asked).verdicts].map(([number, { label, reason }]) => [number, label, reason]);
const lettersIn = (answer: string): string => [...parseAnswers(answer, asked).verdicts].map(([number, { label }]) => `${number}${label}`).join(' ');

describe('a label', () => {
  it('is one letter alone, with quotes, stops or what it stands for behind it', () => {
    for (const words of ['N', 'n', ' N. ', '"N"', '**N**', '[N]', 'N (owes a source)', 'N – owes a source', 'N: owes a source', 'owes a source', 'Unsourced.', 'Owes a source and has none']) expect(readLabel(words), words).toBe('N');
    for (const [words, label] of [['has one', 'S'], ['owes none', 'O'], ["the author's own", 'A'], ['own work', 'A']] as const) expect(readLabel(words), words).toBe(label);
  });

  it('is nothing else: half a label is none', () => {
    for (const words of ['', 'N/A', 'n/a', 'A source is missing', 'S or N', 'N - or S', 'N (S)', 'N, S', 'No', 'no', 'None', 'source', 'Only', 'a figure', 'N2']) expect(readLabel(words), words).toBeUndefined();
  });

  it('that cannot be read is said', () => {
    const { verdicts, problems } = parseAnswers('{"number":1,"label":"N/A"}\n{number: 2, label: S or N}\n{"number":3,"label":"A source is missing"}', asked);
    expect(verdicts.size).toBe(0);
    expect(problems).toEqual(['sentence 1: "N/A" is no label', 'sentence 2: "S or N" is no label', 'sentence 3: "A source is missing" is no label']);
  });
});

it('a number is whole and positive', () => {
  expect(lettersIn('{"number":1.5,"label":"N"} {"number":-1,"label":"N"} {"number":"1.5","label":"N"} {number: 1.5, label: N} {number: -1, label: N}')).toBe('');
  expect(lettersIn('{"number":"1.","label":"N"} {"number":"Sentence 2","label":"S"} {"number":"[3]","label":"O"}')).toBe('1N 2S 3O');
});

describe('objects in objects', () => {
  it('lose no label', () => {
    expect(labelsIn('{"number":1,"label":"N","reason":{"text":"a figure"}}')).toEqual([[1, 'N', 'a figure']]);
    expect(labelsIn('{"number":1,"label":"N","reason":"a figure","more":{"sure":true}}')).toEqual([[1, 'N', 'a figure']]);
    expect(labelsIn("{number: 1, label: 'N', more: {sure: true}, reason: 'a figure'}")).toEqual([[1, 'N', 'a figure']]);
  });

  it('may be the answers, in an object that has a number and a class of its own', () => {
    expect(lettersIn('{"id": 1, "class": "review", "answers": [{"number": 1, "label": "S"}, {"number": 2, "label": "O"}]}')).toBe('1S 2O');
    expect(lettersIn('{"answers": {"first": {"number": 1, "label": "S"}}}')).toBe('1S');
  });

  it('count though the answer breaks off, and however deep they are', () => {
    expect(lettersIn('{"answers": [{"number": 1, "label": "S"}, {"number": 2, "lab')).toBe('1S');
    expect(lettersIn(`${'{"a":'.repeat(20_000)}{"number":1,"label":"S"}${'}'.repeat(20_000)}`)).toBe('1S');
  });
});

describe('lists and tables', () => {
  it('are read in the forms that models like', () => {
    for (const answer of ['Sentence 1: N\nSentence 2: S', '**1.** N\n**2.** S', '1 N nobody is named\n2 S it is there', '1: N\n2: S', '- (1) **N** – a figure\n- (2) **S**', '1 -> N\n2 -> S', '| 1 | The register counts | N | a figure |\n| 2 | Boats are | S | |']) expect(lettersIn(answer), answer).toBe('1N 2S');
    expect(labelsIn('| No | Words | Label | Why |\n|---|---|---|---|\n| 1 | The register | N | a figure |')).toEqual([[1, 'N', 'a figure']]);
    expect(labelsIn('1 N nobody is named\n2 A we surveyed')).toEqual([[1, 'N', 'nobody is named'], [2, 'A', 'we surveyed']]);
  });

  it('are told from prose', () => {
    for (const answer of ['1 A list follows', '1. A list follows\n2. So it is', '2 Nets are torn', '1. a\n2. s']) expect(lettersIn(answer), answer).toBe('');
  });
});

describe('the first words', () => {
  it('may leave out what stands in brackets, and hold or lack markup', () => {
    for (const begins of ['The register counts', '[The register](ports.example) counts', 'The register (ports.example)']) expect(lettersIn(JSON.stringify({ number: 1, label: 'N', begins })), begins).toBe('1N');
    for (const begins of ['Boats are late', 'Boats [@reg2023] are', '**Boats** are late']) expect(lettersIn(JSON.stringify({ number: 2, label: 'N', begins })), begins).toBe('2N');
    for (const begins of ['Nets are torn', 'Nets (Port Office']) expect(lettersIn(JSON.stringify({ number: 3, label: 'N', begins })), begins).toBe('3N');
  });

  it('must be those of the sentence all the same', () => {
    for (const begins of ['Boats are late', '(The register)', 'register counts']) expect(lettersIn(JSON.stringify({ number: begins === '(The register)' ? 2 : 1, label: 'N', begins })), begins).toBe('');
  });
});

describe('addresses from a model', () => {
  const answer = '{"number":1,"label":"N","reason":"see https://evil.example/x?a=b or www.evil.example/y or //evil.example/z"}\n{"number":2,"label":"https://evil.example/w"}';

  it('do not reach the reasons and problems', () => {
    expect(labelsIn(answer)).toEqual([[1, 'N', 'see evil.example or evil.example or evil.example']]);
    expect(parseAnswers(answer, asked).problems.join()).not.toMatch(/:\/\/|www\./);
  });

  it('do not become links in the report, nor do those in the brief', () => {
    const [sentence] = asked;
    if (sentence === undefined) throw new Error('there is no sentence');
    const note = { sentence, outcome: 'contradicted', label: 'N', reason: 'see https://evil.example/x', fact: 'set aside: "www.evil.example/x"', rule: null } as const;
    const report = buildReviewReport({ title: 'Boats //evil.example/x', reader: 'https://evil.example/x', notes: [note], unlabelled: 0, problems: ['see https://evil.example/x'], lineOf: () => 1 });
    expect(report).not.toMatch(/\/\/|www\./);
    expect(report).toContain('evil.example');
  });
});
