import { describe, expect, it } from 'vitest';
import { setProfile } from '../../client/src/front-matter';

const withProfile = (text: string): string | undefined => {
  const edit = setProfile(text, 'issue-brief');
  return edit && text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
};

describe('setProfile', () => {
  it('makes a front matter where there is none', () => {
    expect(withProfile('# Water\n')).toBe('---\nbrieflint:\n  profile: issue-brief\n---\n\n# Water\n');
  });

  it('adds to a front matter and leaves its comments and order alone', () => {
    const text = '---\ntitle: "Water" # working title\ndate: 2026-03-01\n---\n\nText\n';
    expect(withProfile(text)).toBe('---\ntitle: "Water" # working title\ndate: 2026-03-01\nbrieflint:\n  profile: issue-brief\n---\n\nText\n');
  });

  it('changes the profile that is there and keeps its neighbours', () => {
    const text = '---\nbrieflint:\n  profile: news # for now\n  own: [Example Institute]\n---\nText\n';
    expect(withProfile(text)).toBe('---\nbrieflint:\n  profile: issue-brief # for now\n  own: [Example Institute]\n---\nText\n');
  });

  it('fills an empty front matter and an empty key', () => {
    expect(withProfile('---\n---\nText\n')).toBe('---\nbrieflint:\n  profile: issue-brief\n---\nText\n');
    expect(withProfile('---\nbrieflint:\n---\nText\n')).toBe('---\nbrieflint:\n  profile: issue-brief\n---\nText\n');
  });

  it('keeps the line ends and the byte-order mark of the file', () => {
    expect(withProfile('\uFEFF---\r\ntitle: Water\r\n---\r\nText\r\n')).toBe('\uFEFF---\r\ntitle: Water\r\nbrieflint:\r\n  profile: issue-brief\r\n---\r\nText\r\n');
  });

  it('takes a thematic break further down for what it is', () => {
    expect(withProfile('Text\n\n---\n\nMore\n---\n')?.startsWith('---\nbrieflint:')).toBe(true);
  });

  it('leaves alone what it cannot read', () => {
    expect(withProfile('---\ntitle: "Water\n---\nText\n')).toBeUndefined();
    expect(withProfile('---\n- a list\n---\nText\n')).toBeUndefined();
  });
});
