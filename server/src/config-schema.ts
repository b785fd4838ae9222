/** JSON schema of `.brieflint.yml`, from the settings and the rules. Editors complete and check the file with it, and so does our own server. */
import type { Rule, RuleMeta, RuleOption } from './core/lint/rule';
import { severities } from './core/lint/severity';
import { noNames, profileIdSchema, profilesSchema, type KnownNames, type Schema } from './house-profiles/definition-schema';
import { isForFiles, settingKeys, settingTable, type SettingKey } from './settings';

/** `known`: what the file at hand defines itself. */
export const buildConfigSchema = (rules: readonly Rule[], known: KnownNames = noNames): Schema => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Settings of brieflint',
  description: 'How the briefs in this folder and below are checked.',
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(settingKeys.filter(isForFiles).map((key) => [key, { description: settingTable[key].description, ...schemaOfSetting(key, rules, known) }])),
});

export const schemaOfSetting = (key: SettingKey, rules: readonly Rule[], known: KnownNames = noNames): Schema => {
  switch (key) {
    case 'rules':
      return schemaOfRules(rules);
    case 'profile':
      return profileIdSchema(known);
    case 'profiles':
      return profilesSchema(rules, known);
    default:
      return settingTable[key].schema;
  }
};

export const severityOrOff: Schema = { type: 'string', enum: ['off', ...severities] };

const schemaOfRules = (rules: readonly Rule[]): Schema => ({
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(rules.map(({ meta }) => [meta.name, schemaOfRule(meta)])),
});

const schemaOfRule = (meta: RuleMeta): Schema => ({
  description: `${meta.title}. ${meta.docs.what}`,
  anyOf: [severityOrOff, { type: 'object', additionalProperties: false, properties: { severity: schemaOfSeverity(meta), ...schemaOfOptions(meta) } }],
});

const schemaOfSeverity = (meta: RuleMeta): Schema => ({
  description: 'For all levels of the rule, or a map from its levels.',
  anyOf: [
    severityOrOff,
    { type: 'object', additionalProperties: false, properties: Object.fromEntries(Object.keys(meta.levels).map((level) => [level, severityOrOff])) },
  ],
});

const schemaOfOptions = (meta: RuleMeta): Schema =>
  Object.fromEntries(
    Object.entries(meta.options).map(([key, option]) => [key, { description: option.description, default: option.default, ...schemaOfType(option.type) }]),
  );

const schemaOfType = (type: RuleOption['type']): Schema =>
  type === 'string-list' ? { type: ['string', 'array'], items: { type: 'string' } } : { type };
