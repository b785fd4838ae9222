import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keptFromReader, sentToReader } from '../../server/src/core/features/review/what-is-sent';

it('the guide says what the dialog says of what goes to a language model', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../docs/guide/review.md'), 'utf8');
  for (const thing of sentToReader) expect(guide).toContain(`- ${thing}\n`);
  for (const thing of keptFromReader) expect(guide).toContain(thing);
});
