import { numberHabitOf } from '../lint/number-habit';
import { defineRule, type Fix } from '../lint/rule';
import { quotationsByPlace } from '../model/by-place';
import { readNumberForm, writeInFull, type NumberHabit } from '../text/number-form';
import type { Quantity } from '../text/quantity';

export const numberScaleMixed = defineRule({
  meta: {
    name: 'number-scale-mixed',
    group: 'figures',
    title: 'Lakh and crore beside million and billion',
    levels: { scale: 'information' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A brief that counts the same things now in lakh and crore, now in million and billion. Reported once, at the first figure of the rarer kind.',
      why: 'Readers who know only one of the two systems misread the other by a factor of ten or a hundred.',
      how: 'Keep to one system, give the other in brackets at the first use, or say once how many a crore is.',
      limits: [
        'Sums in rupees and takas are compared with each other, counts of people and things with each other; foreign currency may keep its millions beside crores of rupees.',
        'A figure with its conversion beside it ("Rs 40 lakh (Rs 4 million)") and quotations count for neither.',
        'A sentence such as "1 crore is 10 million" makes the rule silent.',
      ],
      authority: 'World Bank and UN editorial guidance for South Asia',
      flagged: [{ text: 'The scheme reached 40 lakh families. In the north it left out 3 million families.' }],
      clean: [{ text: 'The scheme reached 40 lakh families (4 million families).' }, { text: 'The scheme cost Rs 40 crore, of which donors gave US$3 million.' }],
    },
  },
  *check({ brief }) {
    const scaled = brief.quantities.flatMap((quantity, index) => (systemOf(quantity) === null ? [] : [{ quantity, index }]));
    if (!scaled.some(({ quantity }) => systemOf(quantity) === 'indian') || !scaled.some(({ quantity }) => systemOf(quantity) === 'western') || declaration.test(brief.text)) return;
    for (const kind of ['sum', 'count'] as const) {
      const ofKind = scaled.filter(({ quantity }) => kindOf(quantity) === kind);
      const figures = ofKind.filter(({ quantity, index }) => !quotationsByPlace(brief).contains(quantity.span) && !isConverted(brief.quantities, index)).map(({ quantity }) => quantity);
      const indian = figures.filter((quantity) => systemOf(quantity) === 'indian');
      const western = figures.filter((quantity) => systemOf(quantity) === 'western');
      const [rarer, other] = indian.length <= western.length ? [indian, western] : [western, indian];
      const [first, example] = [rarer[0], other[0]];
      if (first === undefined || example === undefined) continue;
      yield { span: first.span, level: 'scale', message: `"${first.text}" stands beside "${example.text}"`, related: [{ span: example.span, message: example.text }], fixes: [convertFix(rarer, rarer === indian, numberHabitOf(brief))].flatMap((fix) => fix ?? []) };
      return;
    }
  },
});

type System = 'indian' | 'western';

const systemOf = ({ text }: Quantity): System | null => {
  if (/\b(?:lakhs?|lacs?|crores?)\b/i.test(text)) return 'indian';
  return /(?:\b|\d)(?:million|billion|trillion|mn|bn)\b/i.test(text) ? 'western' : null;
};

/** Money of South Asia, or counts; other units and other money keep to what is usual for them. */
const kindOf = ({ form, unit }: Quantity): 'sum' | 'count' | null => {
  if (form === 'money') return /^(?:Rs|PKR|INR|LKR|NPR|BDT)$/.test(unit ?? '') ? 'sum' : null;
  return form === 'count' || form === 'number' ? 'count' : null;
};

const declaration = /\b(?:1|one|a) (?:lakh|crore)\s*(?:is|=|equals|means|\()\s*(?:about )?(?:\d|one|ten|a hundred)/i;

/** "Rs 40 lakh (Rs 4 million)", "40 lakh, or 4 million,": each explains the other. */
const isConverted = (quantities: readonly Quantity[], index: number): boolean => {
  const own = quantities[index];
  return own !== undefined && (hasEqualBeside(quantities, own, index, 1) || hasEqualBeside(quantities, own, index, -1));
};

/** Quantities stand in the order of the text, so the search ends at the first that is too far away. */
const hasEqualBeside = (quantities: readonly Quantity[], own: Quantity, index: number, step: 1 | -1): boolean => {
  for (let at = index + step; ; at += step) {
    const other = quantities[at];
    if (other === undefined || Math.abs(other.span.start - own.span.start) >= farthestConversion) return false;
    if (own.value !== null && other.value !== null && kindOf(other) === kindOf(own) && other.unit === own.unit && Math.abs(other.value - own.value) <= Math.abs(own.value) * 0.02) return true;
  }
};

const farthestConversion = 80;

const scalePattern = /^\s?(lakh crore|lakhs?|lacs?|crores?|million|billion|trillion|mn|bn)\b/i;

function convertFix(figures: readonly Quantity[], isIndian: boolean, habit: NumberHabit | null): Fix | undefined {
  const edits = figures.flatMap((quantity) => {
    const newText = converted(quantity, isIndian, habit);
    return newText === undefined ? [] : [{ span: quantity.span, newText }];
  });
  const [first] = figures;
  if (first === undefined || edits.length < figures.length) return undefined;
  const places = edits.length === 1 ? `"${edits[0]?.newText ?? ''}"` : `${isIndian ? 'millions and billions' : 'lakh and crore'} in ${String(edits.length)} places`;
  return { title: `Write ${places}`, safe: false, edits };
}

/** The same number with the other word of scale; undefined where it holds more than one number, or the word stands elsewhere. */
function converted({ text, value, scale, isRange }: Quantity, isIndian: boolean, habit: NumberHabit | null): string | undefined {
  const form = isRange || value === null ? null : readNumberForm(text, Math.abs(value) / scale);
  const word = form && scalePattern.exec(form.after);
  if (!form || !word) return undefined;
  const [name, size] = targetOf(form.size * scale, isIndian);
  return writeInFull({ ...form, after: ` ${name}${form.after.slice(word[0].length)}` }, (form.size * scale) / size, habit);
}

const targetOf = (value: number, isIndian: boolean): readonly [name: string, size: number] => {
  if (isIndian) return value >= 1e9 ? ['billion', 1e9] : ['million', 1e6];
  return value >= 1e7 ? ['crore', 1e7] : ['lakh', 1e5];
};
