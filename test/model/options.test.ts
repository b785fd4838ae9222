import { describe, expect, it } from 'vitest';
import { findOptions, isSameOption } from '../../server/src/core/lint/options';
import { isStatusQuoName, namesStatusQuo } from '../../server/src/core/lint/status-quo';
import { buildBrief } from '../../server/src/core/model/build-brief';

const optionsIn = (body: string): readonly (readonly [string, readonly string[]])[] => findOptions(buildBrief(`# Bags\n\n## Options\n\n${body}\n`)).map(({ form, options }) => [form, options.map(({ name }) => name)]);

describe('options', () => {
  it.each([
    ['subsections', '### A fee\n\nShops charge.\n\n### A ban\n\nShops stop.', [['section', ['A fee', 'A ban']]]],
    ['numbered subsections among others', '### Context\n\nText.\n\n### Option 1: fee\n\nText.\n\n### Option 2: ban\n\nText.\n\n### Preferred option\n\nText.', [['section', ['Option 1: fee', 'Option 2: ban']]]],
    ['the status quo among numbered ones', '### Status quo\n\nText.\n\n### Option 1: fee\n\nText.', [['section', ['Status quo', 'Option 1: fee']]]],
    ['bold labels', '**A fee.** Shops charge.\n\n**A ban.** Shops stop.', [['paragraph', ['A fee', 'A ban']]]],
    ['rows', '| Option | Cost |\n| --- | --- |\n| Fee | 2 |\n| Ban | 1 |', [['row', ['Fee', 'Ban']]]],
    ['columns', '| Criterion | Fee | Ban |\n| --- | --- | --- |\n| Cost | 2 | 1 |', [['column', ['Fee', 'Ban']]]],
    ['items', '- **Fee:** shops charge.\n- **Ban:** shops stop.', [['item', ['Fee', 'Ban']]]],
    ['what is said of options', '- Benefits: few.\n- Harms: many.\n- Costs: high.', []],
    ['running text', 'The council can charge or ban.', []],
  ])('are known as %s', (_form, body, expected) => {
    expect(optionsIn(body)).toEqual(expected);
  });

  it('keep what stands below their label', () => {
    const [list] = findOptions(buildBrief('# Bags\n\n## Options\n\n**A fee.** Shops charge.\n\n- Cost: EUR 2 million.\n\n**A ban.** Shops stop.\n'));
    expect(list?.options[0]?.text).toContain('Cost: EUR 2 million');
    expect(list?.options[1]?.text).not.toContain('Cost');
  });

  it.each([
    ['Option A: a fee per bag', 'Option A', true],
    ['Option A: a fee per bag', 'A', true],
    ['Option A: a fee per bag', 'Option B: a ban', false],
    ['A fee per bag', 'Bag fee', true],
    ['A fee per bag', 'Ban', false],
    ['Status quo', 'Do nothing', true],
    ['Status quo', 'Ban', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(isSameOption(a, b)).toBe(expected);
  });
});

describe('the status quo', () => {
  it.each(['Status quo', 'Do nothing', 'No change', 'Business as usual', 'The rules remain unchanged', 'Keep the present rules', 'Continue with the current fee', 'Option 0', 'Leave things as they are', 'Compared with the baseline', 'Without reform'])('is named by "%s"', (text) => {
    expect(namesStatusQuo(text)).toBe(true);
  });

  it.each(['A fee per bag', 'The current law sets a fee', 'Change the system', 'Leave the union', 'Keep drains clean'])('is not named by "%s"', (text) => {
    expect(namesStatusQuo(text)).toBe(false);
  });

  it('is what an option is called after the present rules', () => {
    expect(isStatusQuoName('Current policy')).toBe(true);
    expect(isStatusQuoName('A new policy')).toBe(false);
  });
});
