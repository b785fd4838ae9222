/** The shape of `brieflint evidence --format json`, as programs that read it rely on it. Further fields may be there. */
const offset = { type: 'integer', minimum: 0 };
const text = { type: 'string' };
const textOrNull = { type: ['string', 'null'] };
const numberOrNull = { type: ['number', 'null'] };
const indices = { type: 'array', items: { type: 'integer', minimum: 0 } };

const listOf = (properties: Readonly<Record<string, unknown>>): unknown => ({ type: 'array', items: { type: 'object', required: Object.keys(properties), properties } });

const kinds = ['statistic', 'magnitude', 'comparison', 'trend', 'history', 'law', 'official-action', 'cause', 'condition', 'generalisation', 'view', 'quotation', 'forecast'];
const styles = ['parenthetical', 'narrative', 'key', 'footnote', 'link', 'numbered', 'source-line', 'instrument', 'data-portal'];

export const evidenceSchema = {
  type: 'object',
  required: ['version', 'path', 'claims', 'figures', 'citations', 'references', 'recommendations', 'unchecked'],
  properties: {
    version: { const: 1 },
    path: text,
    claims: listOf({
      start: offset,
      end: offset,
      section: textOrNull,
      kinds: { type: 'array', items: { enum: kinds } },
      cues: { type: 'array', items: text },
      owner: { enum: ['author', 'other'] },
      status: { enum: ['sourced', 'unsourced', 'own', 'exempt'] },
      rule: textOrNull,
      probability: { type: ['number', 'null'], minimum: 0, maximum: 1 },
      citations: indices,
    }),
    figures: listOf({
      start: offset,
      end: offset,
      text,
      section: textOrNull,
      low: numberOrNull,
      high: numberOrNull,
      unit: textOrNull,
      dimension: text,
      what: textOrNull,
      where: textOrNull,
      when: textOrNull,
      conflicts: indices,
    }),
    citations: listOf({ start: offset, end: offset, style: { enum: styles }, reference: textOrNull }),
    references: listOf({ id: text, title: textOrNull, year: textOrNull, path: textOrNull, citedBy: indices }),
    recommendations: listOf({ start: offset, end: offset, who: textOrNull, what: text, byWhen: textOrNull, cost: textOrNull, measure: textOrNull, restsOn: { type: ['array', 'null'], items: { type: 'integer' } }, carriedBy: listOf({ start: offset, end: offset, text, section: textOrNull, words: { type: 'array', items: text } }) }),
    unchecked: listOf({ start: offset, end: offset, reason: text }),
  },
} as const;
