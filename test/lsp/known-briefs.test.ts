import { describe, expect, it } from 'vitest';
import { emptyLibrary } from '../../server/src/core/library/build-library';
import { buildBrief } from '../../server/src/core/model/build-brief';
import { summarizeFigures } from '../../server/src/core/workspace/figure-summary';
import type { CheckedBrief } from '../../server/src/lsp/checked-document';
import { createConverter } from '../../server/src/lsp/convert';
import { KnownBriefs } from '../../server/src/lsp/known-briefs';
import { defaultSettings } from '../../server/src/settings';

const checked = (uri: string, households: string): CheckedBrief => {
  const text = `# Water in Kenya\n\nIn 2024, ${households} rural households in Kenya had piped water.\n`;
  const nothing = { findings: [], silenced: [], bibliographies: [], sourceUris: new Map<string, string>(), unchecked: [], profile: null, likelyProfile: null, whyNothing: null, notice: null };
  return { ...nothing, uri, version: 1, converter: createConverter(text), resultId: '1', brief: buildBrief(text), library: emptyLibrary, settings: defaultSettings };
};

describe('known briefs', () => {
  it('are compared once for as long as none of them says anything new', () => {
    let changes = 0;
    const known = new KnownBriefs(() => changes++);
    const own = checked('file:///papers/a.md', '412,000');
    known.note(own);
    known.note(checked('file:///papers/b.md', '398,000'));
    expect(changes).toBe(2);
    const figures = summarizeFigures(own.brief);
    const differences = known.differencesOf(own.uri, figures);
    expect(differences.map(({ brief }) => brief.address)).toEqual(['file:///papers/b.md']);
    known.note(checked('file:///papers/b.md', '398,000'));
    expect(known.differencesOf(own.uri, figures)).toBe(differences);
    known.forget(['file:///papers/b.md']);
    expect(known.differencesOf(own.uri, figures)).toEqual([]);
    expect([known.has(own.uri), known.has('file:///papers/b.md')]).toEqual([true, false]);
  });
});
