import { describe, expect, it } from 'vitest';
import { nearestOf } from '../../server/src/core/text/nearest';

describe('nearestOf', () => {
  it('takes what is plainly meant', () => {
    const known = ['empty-section', 'relative-date'];
    expect(nearestOf('emptysection', known)).toBe('empty-section');
    expect(nearestOf('Empty-Section', known)).toBe('empty-section');
    expect(nearestOf('table', known)).toBeNull();
    expect(nearestOf('x', [])).toBeNull();
  });
});
