import { describe, expect, it } from 'vitest';
import type { AliasSources } from '../../server/src/core/model/alias-classes';
import { buildAliasClasses } from '../../server/src/core/model/alias-classes';
import { INSTITUTIONS } from '../../server/src/core/model/institutions';
import { normalizeName } from '../../server/src/core/model/normalize-name';
import { findAcronymDefinitions } from '../../server/src/core/text/acronyms';

const aliasesOf = (text: string, more: Partial<AliasSources> = {}) => buildAliasClasses({ definitions: findAcronymDefinitions(text), declared: [], listed: [], ...more });

describe('buildAliasClasses', () => {
  const ministry = ['MoITT', 'Ministry of IT and Telecommunication', 'the Ministry of Information Technology & Telecommunication', 'Ministry of Information Technology and Telecommunications'];

  it.each(['', 'the Ministry of IT and Telecommunication (MoITT)', 'Ministry of Information Technology and Telecommunication (MoITT)'])('joins the names of one ministry where the text says %j', (text) => {
    const aliases = aliasesOf(text);
    expect(new Set(ministry.map((name) => aliases.classOf(name))).size).toBe(1);
    expect(aliases.expansionsOf('MoITT')).toHaveLength(1);
  });

  it('keeps parents and children apart', () => {
    const aliases = aliasesOf('');
    expect(aliases.classOf('The World Bank')).toBe(aliases.classOf('World Bank'));
    expect(new Set(['World Bank', 'IDA', 'IBRD'].map((name) => aliases.classOf(name))).size).toBe(3);
    expect(aliases.classOf('IDA')).toBe(aliases.classOf('International Development Association'));
  });

  it('does not choose between bodies with the same initials', () => {
    const aliases = aliasesOf('');
    expect(aliases.expansionsOf('PSEB')).toHaveLength(2);
    expect(aliases.classOf('PSEB')).not.toBe(aliases.classOf('Pakistan Software Export Board'));
  });

  it('takes the one that the reference list or the text names', () => {
    const listed = aliasesOf('', { listed: ['Pakistan Software Export Board'] });
    expect(listed.classOf('PSEB')).toBe(listed.classOf('Pakistan Software Export Board'));
    const defined = aliasesOf('the Punjab School Education Board (PSEB)');
    expect(defined.classOf('PSEB')).toBe(defined.classOf('Punjab School Education Board'));
    expect(defined.expansionsOf('PSEB')).toEqual(['Punjab School Education Board']);
  });

  it('lets the text overrule the shipped table', () => {
    const aliases = aliasesOf('the Parents and Teachers Association (PTA)');
    expect(aliases.classOf('PTA')).toBe(aliases.classOf('Parents and Teachers Association'));
    expect(aliases.classOf('PTA')).not.toBe(aliases.classOf('Pakistan Telecommunication Authority'));
  });

  it('takes what the user declares', () => {
    const aliases = aliasesOf('', { declared: [['Example Institute', 'EI', 'Institute of Examples']] });
    expect(aliases.classOf('EI')).toBe(aliases.classOf('the Institute of Examples'));
    expect(aliases.namesOf(aliases.classOf('EI'))[0]).toBe('Example Institute');
  });

  it('evens out case, article, ampersand, spelling and small slips, and nothing more', () => {
    const aliases = aliasesOf('');
    expect(aliases.classOf('Shah & Qureshi')).toBe(aliases.classOf('Shah and Qureshi'));
    expect(aliases.classOf('Organization for Economic Co-operation and Development')).toBe(aliases.classOf('OECD'));
    expect(aliases.classOf('State Bank of Pakisten')).toBe(aliases.classOf('SBP'));
    expect(aliases.classOf('State Bank of India')).not.toBe(aliases.classOf('SBP'));
    expect(aliases.classOf('Ministry of Commerce')).not.toBe(aliases.classOf('Ministry of Finance'));
    expect(aliases.namesOf('nobody knows this')).toEqual([]);
  });
});

describe('the shipped table', () => {
  it('has each name once, however it is written', () => {
    const names = INSTITUTIONS.flatMap((institution) => [...new Set(institution.names.map(normalizeName))]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('has no body twice: one name of each leads to its initials or to several bodies', () => {
    const aliases = aliasesOf('');
    for (const { names, acronyms } of INSTITUTIONS) {
      for (const name of names) expect(aliases.classOf(name), name).toBe(aliases.classOf(names[0] ?? ''));
      for (const acronym of acronyms) {
        const expansions = aliases.expansionsOf(acronym);
        expect(expansions, acronym).toContain(names[0]);
        if (expansions.length === 1) expect(aliases.classOf(acronym)).toBe(aliases.classOf(names[0] ?? ''));
      }
    }
  });

  it('knows bodies by their present and former names', () => {
    const aliases = aliasesOf('');
    expect(aliases.classOf('Ministry of Interior')).toBe(aliases.classOf('Ministry of Interior & Narcotics Control'));
    expect(aliases.classOf('MoNHSR&C')).toBe(aliases.classOf('Ministry of National Health Services, Regulation and Coordination'));
    expect(aliases.expansionsOf('CCP')).toHaveLength(2);
  });

  it('is the same after a brief that gives initials another meaning', () => {
    const names = ['PTA', 'Pakistan Telecommunication Authority', 'SBP', 'State Bank of Pakistan'];
    const before = names.map((name) => aliasesOf('').classOf(name));
    const brief = aliasesOf('the Parents and Teachers Association (PTA)', { declared: [['State Bank of Pakistan', 'Central Bank of the Country', 'Pakistan Telecommunication Authority']] });
    expect(brief.classOf('Pakistan Telecommunication Authority')).toBe(brief.classOf('State Bank of Pakistan'));
    expect(brief.namesOf(brief.classOf('PTA'))).toEqual(['Parents and Teachers Association', 'PTA']);
    expect(brief.classOf('SBP')).toBe(brief.classOf('Central Bank of the Country'));
    expect(names.map((name) => aliasesOf('').classOf(name))).toEqual(before);
    expect(aliasesOf('').namesOf(aliasesOf('').classOf('SBP'))).toEqual(['State Bank of Pakistan', 'SBP']);
  });
});
