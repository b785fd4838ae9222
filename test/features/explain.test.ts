import { describe, expect, it } from 'vitest';
import { explainBriefly, explainRule } from '../../server/src/core/features/explain';
import { rules } from '../../server/src/core/rules/index';

describe('explanations', () => {
  it.each(rules.map(({ meta }) => [meta.name, meta] as const))('%s says what, why, how and how to silence it', (name, meta) => {
    const page = explainRule(meta);
    expect(page.startsWith(`# ${name}\n`)).toBe(true);
    for (const words of [meta.docs.what, meta.docs.why, meta.docs.how, `brieflint-disable-next-line ${name} --`]) expect(page).toContain(words);
    expect(explainBriefly(meta, `https://example.org/${name}.md`)).toContain(`(https://example.org/${name}.md)`);
  });
});
