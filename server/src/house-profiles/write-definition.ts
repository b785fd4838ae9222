/** A profile as a house would write it in its settings: read again, it gives the same profile. */
import { noElements, type Profile } from '../core/profiles/profile';
import type { SectionKey } from '../core/profiles/section-keys';

export const writeDefinition = (profile: Profile): Readonly<Record<string, unknown>> => ({
  name: profile.name,
  ...(profile.metadata.length > 0 && { metadata: profile.metadata }),
  ...(profile.required.length > 0 && { required: profile.required.map((keys) => keys.join(' or ')) }),
  ...(profile.optional.length > 0 && { optional: profile.optional }),
  ...(profile.forbidden.length > 0 && { forbidden: profile.forbidden }),
  ...(profile.order.length > 0 && { order: profile.order.map((rule) => (rule.kind === 'before' ? rule.sections : { [rule.kind]: rule.section })) }),
  ...(profile.words && { words: { low: profile.words.low, high: profile.words.high, ...(profile.words.hard !== null && { hard: profile.words.hard }) } }),
  ...(profile.summaryWords !== null && { summaryWords: profile.summaryWords }),
  ...(Object.keys(profile.severities).length > 0 && { severities: profile.severities }),
  ...(profile.groups && { groups: profile.groups }),
  ...elementsOf(profile),
  ...sectionsOf(profile),
});

const elementsOf = ({ elements }: Profile): Readonly<Record<string, unknown>> => {
  const asked = Object.entries(elements).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(noElements[key as keyof typeof noElements])); // The keys are those of the type.
  return asked.length === 0 ? {} : { elements: Object.fromEntries(asked) };
};

const sectionsOf = ({ headings, sectionGroups }: Profile): Readonly<Record<string, unknown>> => {
  const keys = [...new Set([...Object.keys(headings), ...Object.keys(sectionGroups)])] as readonly SectionKey[]; // So are these.
  if (keys.length === 0) return {};
  const entries = keys.map((key) => [key, { ...(headings[key] && { headings: headings[key] }), ...(sectionGroups[key] && { groups: sectionGroups[key] }) }]);
  return { sections: Object.fromEntries(entries) };
};
