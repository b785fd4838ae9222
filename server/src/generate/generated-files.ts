import { buildConfigSchema } from '../config-schema';
import type { Rule } from '../core/lint/rule';
import type { Profile } from '../core/profiles/profile';
import { isRecord } from '../setting-parsers';
import { buildPackageConfiguration } from './package-configuration';
import { buildProfilesPage, buildRuleIndex, buildRulePage, buildSettingsPage } from './reference-pages';

/** Folder whose pages are all generated: what else lies there belongs to a rule that is no more. */
export const rulePagesFolder = 'docs/rules';

/** Every generated file by its path from the root of the repository. `packageText` is package.json as it stands; the rest of it is kept. */
export const buildGeneratedFiles = (rules: readonly Rule[], profiles: readonly Profile[], packageText: string): ReadonlyMap<string, string> =>
  new Map([
    ...rules.map(({ meta }) => [`${rulePagesFolder}/${meta.name}.md`, buildRulePage(meta, profiles)] as const),
    [`${rulePagesFolder}/README.md`, buildRuleIndex(rules)],
    ['docs/profiles.md', buildProfilesPage(profiles)],
    ['docs/settings.md', buildSettingsPage()],
    ['docs/brieflint.schema.json', toJson(buildConfigSchema(rules))],
    ['package.json', withConfiguration(packageText, rules)],
  ]);

const withConfiguration = (packageText: string, rules: readonly Rule[]): string => {
  const manifest: unknown = JSON.parse(packageText);
  if (!isRecord(manifest)) throw new Error('package.json is no object');
  const contributes = isRecord(manifest['contributes']) ? manifest['contributes'] : {};
  return toJson({ ...manifest, contributes: { ...contributes, configuration: buildPackageConfiguration(rules) } });
};

const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
