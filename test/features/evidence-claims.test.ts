import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../server/src/check';
import { claimLedger, type EvidenceClaim } from '../../server/src/core/features/evidence-claims';
import type { Finding } from '../../server/src/core/lint/rule';

const checked = checkDocument({ text: 'Output will grow by 4% a year until 2040.', layers: [], today: null });

const ledgerOf = (findings: readonly Finding[]): readonly EvidenceClaim[] => claimLedger({ ...checked, findings, own: [], citations: [] });

describe('the ledger of claims', () => {
  it('has a projection without a basis as unsourced, for a rule asks what it rests on', () => {
    expect(ledgerOf(checked.findings)).toMatchObject([{ status: 'unsourced', rule: 'projection-without-basis' }]);
  });

  it('names the gravest of the rules that ask, not the first in the sentence', () => {
    const asked = (rule: string, start: number, severity: Finding['severity'], level = 'sure'): Finding => ({ rule, group: 'claims', level, severity, message: rule, span: { start, end: start + 2 } });
    const hint = asked('unsourced-trend', 0, 'hint', 'possible');
    const warning = asked('unsourced-statistic', 20, 'warning');
    const method = asked('own-analysis-without-method', 0, 'error', 'unsaid');
    expect(ledgerOf([hint, warning, method])).toMatchObject([{ status: 'unsourced', rule: 'unsourced-statistic' }]);
    expect(ledgerOf([hint, method])).toMatchObject([{ status: 'unsourced', rule: 'unsourced-trend' }]);
    expect(ledgerOf([method])).toMatchObject([{ rule: 'own-analysis-without-method' }]);
  });
});
