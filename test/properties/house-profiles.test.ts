import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../server/src/config-file';
import { completeConfig, hoverConfig } from '../../server/src/config-help/config-help';
import { buildConfigSchema } from '../../server/src/config-schema';
import { vocabularyWith } from '../../server/src/core/profiles/vocabulary';
import { definitionKeys } from '../../server/src/house-profiles/definition-schema';
import { writeDefinition } from '../../server/src/house-profiles/write-definition';
import { resolveSettings } from '../../server/src/settings';

const word = fc.constantFrom('summary', 'problem', 'references', 'summry', 'implications or options', 'first', 'last', 'add', 'remove', 'headings', 'groups', 'low', 'high', 'claims', 'off', 'constructor', '__proto__', 'a-b', '');

const anything = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, word, fc.integer(), fc.boolean(), fc.constant(null), fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(word, tie('value'), { maxKeys: 4 })),
})).value;

const definitions = fc.dictionary(fc.constantFrom('a', 'b', 'issue-brief', 'constructor'), fc.oneof(anything, fc.dictionary(fc.constantFrom(...definitionKeys), anything), fc.record({ extends: fc.constantFrom('a', 'b', 'issue-brief', 'ria') })));

const yamlish = fc.array(fc.oneof(word, fc.constantFrom('\n', '  ', '- ', ': ', '[', ']', '{', '}', ', ', '# ', '"', 'profiles', 'rules', 'required')), { maxLength: 40 }).map((parts) => parts.join(''));

describe('definitions of profiles', () => {
  it('are read without failing, and what was read is read again as the same', () => {
    fc.assert(
      fc.property(definitions, (profiles) => {
        const { settings, problems } = resolveSettings([parseConfig(JSON.stringify({ profiles })).settings]);
        for (const { message } of problems) expect(message).toMatch(/^[^\n]{3,}[^.]$/);
        for (const profile of Object.values(settings.profiles)) {
          const again = resolveSettings([parseConfig(JSON.stringify({ profiles: { [profile.id]: writeDefinition(profile) } })).settings]);
          // The heading of one section may name another, and a shipped name may be taken; both are said again.
          expect(again.problems.map(({ message }) => message).filter((message) => !/names both|takes the place of the shipped/.test(message))).toEqual([]);
          expect({ ...again.settings.profiles[profile.id], authority: '', mode: '', missingBase: '' }).toEqual({ ...profile, authority: '', mode: '', missingBase: '' });
          expect(vocabularyWith(profile.headings).keysOf('Summary and problem')).toBeInstanceOf(Array);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('help in a settings file', () => {
  const schema = buildConfigSchema([]);

  it('never fails, and replaces nothing beyond the line', () => {
    fc.assert(
      fc.property(yamlish, fc.nat(), (text, at) => {
        const offset = at % (text.length + 1);
        hoverConfig(schema, text, offset);
        for (const { span } of completeConfig(schema, text, offset)) {
          expect(span.start <= offset && offset <= span.end).toBe(true);
          expect(text.slice(span.start, span.end)).not.toMatch(/\n/);
        }
      }),
    );
  });
});
