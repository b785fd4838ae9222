import type { Finding, Fix } from '../lint/rule';

const rule = 'missing-required-section';

/** One step for all sections that are missing: the fix that each of their findings offers last, or the only one of a lone finding. */
export const findMissingSectionsFix = (findings: readonly Finding[]): Fix | undefined => findings.find((finding) => finding.rule === rule && finding.level === 'missing')?.fixes?.at(-1);
