import { describe, expect, it } from 'vitest';
import { findSentences } from '../../server/src/core/text/sentences';
import { sliceOf } from '../../server/src/core/text/span';

const sentencesOf = (text: string): string[] => findSentences(text).map((span) => sliceOf(text, span));

/** Each case is a list of sentences; joined by a blank they must come apart again. */
const CASES: readonly (readonly string[])[] = [
  ['Output rose.', 'Prices fell.'],
  ['U.S. GDP grew by 2.1% in 2023.', 'It slowed later.'],
  ['Dr. Khan and Prof. A. B. Malik wrote it.', 'Ms. Shah did not.'],
  ['Ali et al. (2019) disagree.', 'Noor et al. 2021 do not.'],
  ['This was shown by Ali et al.', 'The rest is open.'],
  ['Case No. 5 cost Rs. 5 billion.', 'No. 6 is pending.'],
  ['Is the answer no?', 'No.', 'It is open.'],
  ['Art. 19A and Sec. 4 apply, see p. 4 and Fig. 2.', 'Clause 7 does not.'],
  ['A work of art.', 'The rest is craft.'],
  ['The rate is 3.5.', 'Next year it is 4.'],
  ['J. K. Rowling and W. E. B. Du Bois were quoted.', 'Others were not.'],
  ['Gen. (retd.) Aslam and Engr. Baig gave evidence.', 'Sen. Noor listened.'],
  ['"We will pay," the mayor said.', '"That is certain."', 'But when?'],
  ['The mayor said, “We will act. We will pay.”', 'Critics doubted it.'],
  ['“We will act.', 'We will pay.”'],
  ['She asked, “Who pays?” and left.', 'Nobody answered.'],
  ['Growth slowed… then it stopped.', 'What next?'],
  ['Wait...', 'It is over.'],
  ['The claim is bare.[@a]', 'The next one is not.[@b, p. 3]'],
  ['It is cheap [12].', 'It is slow [13, 14].'],
  ['Growth was flat.²', 'Exports fell.³'],
  ['Growth was flat.1', 'Exports fell.2'],
  ['See https://data.example.org/a.b/c.html for tables.', 'Version 2.1.3 is out.'],
  ['(This is disputed.)', 'The board disagrees.'],
  ['Costs rose (Bank, 2024; Noor et al., 2020).', 'Wages did not.'],
  ['The firm (Acme Inc.) grew.', 'Its rival Beta Ltd. shrank.'],
  ['It opens at 9 a.m. on Mondays.', 'It closes at 5 p.m.', 'Then staff leave.'],
  ['See Annex A.', 'Costs are in Annex B.'],
  ['1. Align the two laws.'],
  ['The line was\nbroken softly.', 'It goes on.'],
  ['Use e.g. maize, i.e. grain.', 'Cf. the annex.'],
  ['eBay fell.', 'iPhones rose.'],
  ['The U.K. objected.', 'The E.U. did not.'],
  ['Was it 5%?!', 'Yes!'],
];

describe('findSentences', () => {
  it.each(CASES.map((sentences) => [sentences.join(' '), sentences] as const))('%s', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  it('needs no blank after stops of Chinese and Urdu', () => {
    expect(sentencesOf('政策失败了。为什么？没人知道！')).toEqual(['政策失败了。', '为什么？', '没人知道！']);
    expect(sentencesOf('پالیسی ناکام رہی۔ کیا یہ درست ہے؟ہاں۔')).toEqual(['پالیسی ناکام رہی۔', 'کیا یہ درست ہے؟', 'ہاں۔']);
  });

  it('does not let a lost quotation mark or bracket swallow what follows', () => {
    expect(sentencesOf('It "fell. Then it rose.')).toEqual(['It "fell.', 'Then it rose.']);
    expect(sentencesOf('It (fell. Then it rose.')).toEqual(['It (fell.', 'Then it rose.']);
  });

  it('keeps the stand-in for inline code in its sentence', () => {
    expect(sentencesOf('Run \uFFFC first. Then stop.')).toEqual(['Run \uFFFC first.', 'Then stop.']);
  });

  it('finds nothing in blank text', () => {
    expect(findSentences('')).toEqual([]);
    expect(findSentences(' \n\t')).toEqual([]);
  });

  // Known limit: "J." may be an initial of "Costs", as far as a scanner can see.
  it('takes a single capital for an initial', () => {
    expect(sentencesOf('It is Sector J. Costs rise.')).toEqual(['It is Sector J. Costs rise.']);
  });
});
