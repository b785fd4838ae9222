/** What a column of an action plan is for. */
export type PlanColumn = 'action' | 'actor' | 'deadline' | 'cost' | 'measure';

const patterns: readonly (readonly [PlanColumn, RegExp])[] = [
  ['measure', /\b(?:indicators?|kpis?|metrics?|success (?:measures?|criteria|criterion|indicators?)|measures? of success|measured (?:by|as|how)|how (?:it is |will it be )?measured|(?:expected )?(?:outputs?|deliverables?)|targets?(?!\s*(?:dates?|groups?|audiences?|years?|body|bodies)))\b/i],
  ['actor', /\b(?:actors?|owners?|responsib\w+|leads?|lead agency|who|agency|agencies|body|bodies|institutions?|implement(?:er|ing \w+)|departments?|ministry|ministries|accountable|partners?)\b/i],
  ['deadline', /\b(?:deadlines?|when|by when|time\s?(?:line|frame|scale|table)|timing|time|dates?|due|schedule|periods?|phases?|years?|quarters?|horizon|start|completion|milestones?)\b/i],
  ['cost', /\b(?:costs?|budgets?|funding|funds?|resources?|price|amount|financ\w+|money)\b/i],
  ['action', /\b(?:recommend\w*|actions?|measures?|steps?|what|proposals?|interventions?|decisions?|asks?|activit(?:y|ies)|polic(?:y|ies)|tasks?|reforms?)\b/i],
];

export function columnOf(head: string): PlanColumn | undefined {
  return patterns.find(([, pattern]) => pattern.test(head))?.[0];
}
