/** Verbs that say that something is to be better or more, and not how. Only with an abstract noun behind them. */
export const vagueVerbs: ReadonlySet<string> = new Set(['strengthen', 'promote', 'enhance', 'improve', 'foster', 'encourage', 'boost', 'bolster', 'deepen', 'reinforce', 'nurture', 'raise', 'build', 'increase', 'develop', 'create', 'advance']);

/** What can be better without anything having been done: "coordination", "awareness". */
export const abstractGoods: ReadonlySet<string> = new Set([
  'ability', 'access', 'accessibility', 'accountability', 'alignment', 'awareness', 'capabilities', 'capability', 'capacities', 'capacity', 'capacity-building', 'citizenship', 'coherence', 'cohesion', 'collaboration', 'commitment', 'communication', 'competence', 'competitiveness',
  'compliance', 'confidence', 'connectivity', 'cooperation', 'co-operation', 'coordination', 'co-ordination', 'creativity', 'dialogue', 'diversity', 'effectiveness', 'efficiency', 'empowerment', 'enforcement', 'engagement', 'entrepreneurship', 'environment', 'environments', 'equality', 'equity',
  'excellence', 'expertise', 'framework', 'frameworks', 'governance', 'growth', 'inclusion', 'inclusiveness', 'inclusivity', 'innovation', 'integration', 'integrity', 'interoperability', 'investment', 'knowledge', 'leadership', 'literacy', 'management', 'mechanisms', 'monitoring', 'outcomes', 'outreach', 'oversight',
  'ownership', 'participation', 'partnership', 'partnerships', 'performance', 'planning', 'practice', 'practices', 'preparedness', 'productivity', 'professionalism', 'protection', 'quality', 'readiness', 'relations', 'reliability', 'relationship', 'relationships', 'resilience', 'responsiveness', 'safety', 'security',
  'skills', 'stability', 'stewardship', 'support', 'sustainability', 'synergies', 'synergy', 'systems', 'teamwork', 'ties', 'tolerance', 'transparency', 'trust', 'understanding', 'utilisation', 'utilization', 'welfare', 'wellbeing', 'well-being',
]);

/** Things that somebody can found, pass, buy, hand over or look at. */
export const instruments: ReadonlySet<string> = new Set(
  `act acts agency agreement agreements allowance amendment app application audit audits auditor award bank ban bill bills board bond bonds bonus bonuses budget budgets bureau cap card cards catalogue centre center centres centers certificate
  certification charter checklist clinic clinics code codes commission commissioner committee committees compact contract contracts convention council councils course courses credit credits curriculum curricula dashboard dashboards database databases
  deadline decree department desk directive directory duty exam examination exams exemption fee fees fellowship fellowships fine fines forum form fund funds grant grants guarantee guarantees guideline guidelines handbook helpline hotline hub hubs inspectorate
  inspections inspectors insurance inventory kit laboratory laboratories law laws legislation levy levies licence licences license licenses loan loans manual map maps memorandum mentors module modules office officer officers offices ombudsman
  ordinance penalties penalty pilot pilots plan plans platform platforms point points portal portals premium premiums prize prizes programme programmes program programs project projects protocol protocols quota quotas rebate rebates register registers registry
  regulation regulations regulator report reports road roadmap rule rules scheme schemes scholarship scholarships school schools scorecard secretariat sensors software stamp standard standards statute stipend stipends strategy subsidies subsidy surcharge survey surveys
  target targets tariff tariffs taskforce tax taxes team teams template templates tender tenders timetable toolkit training treaty tribunal unit units visa visas voucher vouchers warehouse website workshop workshops
  seminars seminar conference conferences campaign campaigns broadcast broadcasts indicator indicators benchmark benchmarks incentive incentives payment payments posts staff teachers nurses network networks working-group`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
