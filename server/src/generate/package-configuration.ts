/** The settings that the editor offers: `contributes.configuration` of package.json. */
import { schemaOfSetting, severityOrOff } from '../config-schema';
import type { Rule } from '../core/lint/rule';
import { profiles } from '../core/profiles/profiles';
import { isForFiles, settingKeys, settingTable, type SettingKey } from '../settings';

export const buildPackageConfiguration = (rules: readonly Rule[]): Readonly<Record<string, unknown>> => ({
  title: 'brieflint',
  properties: {
    ...Object.fromEntries(settingKeys.filter((key) => settingTable[key].isUsed).map((key) => [`brieflint.${key}`, propertyOf(key, rules)])),
    'brieflint.preview.marks': previewMarks,
    'brieflint.trace.server': trace,
  },
});

/** Read by the extension alone: no finding depends on it. */
const previewMarks: Readonly<Record<string, unknown>> = {
  type: 'boolean',
  default: false,
  markdownDescription: 'Marks claims without a source and figures that contradict each other in the Markdown preview. Rest the pointer on one to read what is asked. Callouts and citations are shown there in any case.',
  scope: 'window',
};

/** Read by the language client of VS Code, not by us. */
const trace: Readonly<Record<string, unknown>> = {
  type: 'string',
  enum: ['messages', 'verbose'],
  enumDescriptions: ['The names of the messages.', 'The messages with all that they carry.'],
  default: 'messages',
  markdownDescription: 'What the output channel "Policy Brief" shows of the messages between editor and server, once its log level is "Trace".',
  scope: 'window',
};

const propertyOf = (key: SettingKey, rules: readonly Rule[]): Readonly<Record<string, unknown>> => ({
  ...editorSchemaOf(key, rules),
  // Editors have no other way to say "none" than the empty text.
  default: settingTable[key].default ?? '',
  markdownDescription: settingTable[key].description,
  // What files may not set, a workspace may not either.
  scope: isForFiles(key) ? 'resource' : 'machine',
});

/** Editors draw a form only for plain types, so lists are lists here and nothing else. */
const editorSchemaOf = (key: SettingKey, rules: readonly Rule[]): Readonly<Record<string, unknown>> => {
  switch (key) {
    case 'profile':
      return {
        type: 'string',
        enum: ['', ...profiles.map(({ id }) => id)],
        enumDescriptions: ['None: section rules do not run.', ...profiles.map(({ name }) => `${name}.`)],
      };
    case 'currency':
      return { type: 'string', pattern: '^(?:[A-Za-z]{3})?$', patternErrorMessage: 'A code of three letters, such as USD or PKR.' };
    case 'aliases':
      return { type: 'array', items: { type: 'array', items: { type: 'string' } } };
    case 'own':
    case 'bibliography':
    case 'include':
    case 'exclude':
      return { type: 'array', items: { type: 'string' } };
    case 'profiles':
      return { type: 'object', additionalProperties: { type: 'object' } };
    case 'rules':
      // The settings file has the whole schema; here it would be most of package.json.
      return {
        type: 'object',
        propertyNames: { enum: rules.map(({ meta }) => meta.name) },
        additionalProperties: { anyOf: [severityOrOff, { type: 'object' }] },
      };
    default:
      return schemaOfSetting(key, rules);
  }
};
