export const severities = ['hint', 'information', 'warning', 'error'] as const;

export type Severity = (typeof severities)[number];

/** Is `severity` as grave as `minimum`, or graver? */
export const isAtLeast = (severity: Severity, minimum: Severity): boolean => severities.indexOf(severity) >= severities.indexOf(minimum);
