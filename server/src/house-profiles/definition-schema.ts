/** JSON schema of a house's profiles. The keys that the parser knows are those of the schema, so that the two cannot part ways. */
import { ruleGroups, type Rule } from '../core/lint/rule';
import { severities } from '../core/lint/severity';
import { profiles } from '../core/profiles/profiles';
import { sectionKeys } from '../core/profiles/section-keys';
import { titleOfKey } from '../core/profiles/section-texts';
import { disclosures, optionParts } from './parse-elements';

export type Schema = Readonly<Record<string, unknown>>;

/** What a house has of its own already, for completion. */
export interface KnownNames {
  readonly profiles: readonly { readonly id: string; readonly name: string }[];
  readonly sections: readonly string[];
}

export const noNames: KnownNames = { profiles: [], sections: [] };

/** Any text is allowed: the list is for completion, and what is not on it is judged when the profiles are put together. */
export const profileIdSchema = ({ profiles: own }: KnownNames): Schema => {
  const all = [...own, ...profiles.filter(({ id }) => own.every((other) => other.id !== id))];
  return { anyOf: [{ type: 'string', enum: all.map(({ id }) => id), enumDescriptions: all.map(({ name }) => `${name}.`) }, { type: 'string' }] };
};

export const profilesSchema = (rules: readonly Rule[], known: KnownNames = noNames): Schema => ({
  anyOf: [
    { type: 'object', additionalProperties: definitionSchema(rules, known) },
    { type: ['string', 'array'], items: { type: 'string' }, description: 'A YAML file beside this one that holds such a map, or a list of such files.' },
  ],
});

const sectionSchema = ({ sections }: KnownNames): Schema => ({
  anyOf: [{ type: 'string', enum: [...sections, ...sectionKeys], enumDescriptions: [...sections.map((key) => `${key}: a section of your own.`), ...sectionKeys.map((key) => `${titleOfKey(key)}.`)] }, { type: 'string' }],
});

const groupDescriptions: Readonly<Record<(typeof ruleGroups)[number], string>> = {
  claims: 'Claims that owe a source.',
  citations: 'Citations and references.',
  consistency: 'Figures that contradict each other.',
  figures: 'Form of figures: unit, currency, year, base.',
  structure: 'Sections, their order and length, what is left unfilled.',
  tables: 'Tables: title, unit, source.',
  recommendations: 'Recommendations: who, by when, at what cost.',
  style: 'Style of evidence.',
  setup: 'Settings and suppressions; these always run.',
};

const groupsSchema: Schema = {
  type: ['array', 'string'],
  items: { type: 'string', enum: ruleGroups, enumDescriptions: ruleGroups.map((group) => groupDescriptions[group]) },
};

const severityOrOff: Schema = { type: 'string', enum: ['off', ...severities] };

const listOf = (items: Schema): Schema => ({ type: 'array', items });

/** A list, or what to add to the list that is extended and what to take from it. */
const editable = (description: string, items: Schema): Schema => ({
  description,
  anyOf: [
    listOf(items),
    { type: 'string' },
    {
      type: 'object',
      additionalProperties: false,
      properties: {
        add: { description: 'Sections to add to those of the profile that is extended.', ...listOf(items) },
        remove: { description: 'Sections to take from those of the profile that is extended.', ...listOf(items) },
      },
    },
  ],
});

const count = (description: string): Schema => ({ description, type: 'integer', minimum: 0 });

const countOrNone = (description: string): Schema => ({ description, type: ['integer', 'null'], minimum: 0 });

export const definitionSchema = (rules: readonly Rule[], known: KnownNames = noNames): Schema => {
  const section = sectionSchema(known);
  return {
    type: 'object',
    description: 'A kind of brief of your own.',
    additionalProperties: false,
    properties: {
      extends: { description: 'The profile to begin from, shipped or your own. Lists given here replace its lists, maps are joined with its maps.', ...profileIdSchema(known) },
      name: { description: 'What people call this kind of brief; shown in menus and reports.', type: 'string' },
      metadata: { description: 'What front matter must name.', type: ['array', 'string'], items: { type: 'string', enum: ['title', 'author', 'date'] } },
      required: editable('Sections that must be there, in the order of the template. "implications or recommendations" asks for one of the two.', { anyOf: [section, listOf(section)] }),
      optional: editable('Sections that may be there; the template names them, and the order knows them.', section),
      forbidden: editable('Sections that must not be there.', section),
      order: {
        description: 'Where sections stand: "first: summary", "last: references", and lists such as [problem, evidence, recommendations] for what comes before what.',
        ...listOf({ anyOf: [{ type: 'object', additionalProperties: false, properties: { first: { description: 'The section that stands first.', ...section }, last: { description: 'The section that stands last.', ...section } } }, listOf(section)] }),
      },
      words: {
        description: 'How long the brief may be, in words of its text without references: { low: 700, high: 1500, hard: 2000 }, or "700 to 1500". Nothing: as long as it likes.',
        anyOf: [
          { type: 'object', additionalProperties: false, properties: { low: count('At least so many words.'), high: count('At most so many words.'), hard: countOrNone('More than so many is graver.') } },
          { type: ['string', 'null'] },
        ],
      },
      summaryWords: countOrNone('How many words the summary may have; without it, a tenth of the brief.'),
      severities: {
        description: 'Severities that differ in this kind of brief, by rule.',
        type: ['object', 'null'],
        additionalProperties: false,
        properties: Object.fromEntries(rules.map(({ meta }) => [meta.name, { description: `${meta.title}.`, ...severityOrOff }])),
      },
      groups: { description: 'Groups of rules that run; without it, all.', ...groupsSchema },
      elements: elementsSchema,
      sections: {
        description: 'Sections as the house knows them: their headings in any language, and which rules run in them. A key that is not shipped makes a section of your own.',
        type: ['object', 'null'],
        propertyNames: section,
        additionalProperties: sectionEntry,
      },
    },
  };
};

const elementsSchema: Schema = {
  description: 'What a brief must hold beside its sections.',
  type: ['object', 'null'],
  additionalProperties: false,
  properties: {
    recommendationInSummary: { description: 'The summary states at least one recommendation.', type: 'boolean' },
    askWithinWords: countOrNone('The recommendation stands in the first section, or begins within so many words.'),
    statusQuoOption: { description: 'One of the options is to leave things as they are, and there are two at least.', type: 'boolean' },
    optionParts: { description: 'What each option must state.', type: ['array', 'string'], items: { type: 'string', enum: optionParts } },
    disclosures: { description: 'What the brief must say of itself: conflicts of interest, funding.', type: ['array', 'string'], items: { type: 'string', enum: disclosures } },
  },
};

const headingsSchema: Schema = { description: 'Headings that name the section, in any language. Templates write the first.', type: ['array', 'string'], items: { type: 'string' } };

const sectionEntry: Schema = {
  anyOf: [
    {
      type: 'object',
      additionalProperties: false,
      properties: { headings: headingsSchema, groups: { description: 'Groups of rules that run in this section and below it, in place of those of the profile.', ...groupsSchema } },
    },
    headingsSchema,
    { type: 'null' },
  ],
};

// The keys do not depend on the rules.
export const definitionKeys: readonly string[] = Object.keys(definitionSchema([])['properties'] as Schema);
