/** Words that make a capitalised name the name of a body or an office: "Ministry of Finance", "Auditor General". */
export const institutionWords: ReadonlySet<string> = new Set([
  'Administration', 'Administrator', 'Agency', 'Agencies', 'Assembly', 'Assemblies', 'Association', 'Attorney', 'Auditor', 'Authority', 'Authorities', 'Bank',
  'Board', 'Boards', 'Bureau', 'Cabinet', 'Chancellor', 'College', 'Colleges', 'Commission', 'Commissions', 'Commissioner', 'Committee', 'Committees', 'Congress', 'Corporation', 'Council',
  'Councils', 'Court', 'Courts', 'Department', 'Departments', 'Directorate', 'Division', 'Federation', 'Governor', 'Governors', 'Government', 'Governments', 'Inspectorate',
  'Institute', 'Judiciary', 'Legislature', 'Mayor', 'Minister', 'Ministers', 'Ministry', 'Ministries', 'Municipality', 'Office', 'Ombudsman', 'Parliament', 'Police', 'President',
  'Registrar', 'Regulator', 'Regulators', 'Secretariat', 'Secretary', 'Senate', 'Society', 'Taskforce', 'Treasury', 'Union', 'University', 'Universities',
]);

/** People and bodies named by what they are. They act as the subject of a sentence, in a label or a heading, or after "by". */
export const roleWords: readonly string[] = [
  'administrations', 'agencies', 'agency', 'authorities', 'authority', 'bank', 'banks', 'board', 'boards', 'businesses', 'cabinet', 'cities', 'civil service',
  'civil servants', 'civil society', 'colleges', 'commission', 'commissioner', 'commissioners', 'committee', 'companies', 'congress', 'council', 'councils', 'countries', 'courts', 'department',
  'departments', 'developers', 'developing nations', 'donors', 'employers', 'executive', 'firms', 'funders', 'government', 'governments', 'governors', 'governor', 'hospitals', 'industry',
  'institutions', 'insurers', 'investors', 'judges', 'judiciary', 'landlords', 'lawmakers', 'legislators', 'legislature', 'legislatures', 'lenders', 'local authorities', 'manufacturers',
  'mayor', 'mayors', 'media', 'member states', 'minister', 'ministers', 'ministries', 'ministry', 'municipalities', 'municipality', 'ngos', 'officials', 'operators', 'parliament', 'parliaments',
  'parties', 'partners', 'planners', 'platforms', 'police', 'policy makers', 'policymakers', 'policy-makers', 'president', 'private sector', 'provinces', 'public bodies', 'publishers', 'regulator', 'regulators',
  'researchers', 'school leaders', 'schools', 'secretariat', 'secretary', 'senate', 'states', 'suppliers', 'task force', 'taskforce', 'teachers', 'treasury', 'trustees',
  'unions', 'universities', 'utilities', 'utility', 'working group', 'you',
  'bureau', 'city', 'directorate', 'district', 'districts', 'employer', 'hospital', 'inspectorate', 'office', 'offices', 'ombudsman', 'province', 'registrar', 'registry', 'school', 'union', 'university',
];

/** Subjects that cannot act: "Standards should follow …" still leaves open who sees to it. */
export const abstractNouns: ReadonlySet<string> = new Set([
  'access', 'action', 'actions', 'approach', 'approaches', 'attention', 'budget', 'budgets', 'capacity', 'compliance', 'contracts', 'contributions', 'coverage', 'curricula', 'curriculum', 'data', 'decisions', 'efforts',
  'effort', 'emphasis', 'energy', 'fees', 'focus', 'framework', 'frameworks', 'fund', 'funding', 'funds', 'grants', 'guidance', 'guidelines', 'incentives', 'information', 'infrastructure',
  'initiatives', 'investment', 'investments', 'it', 'law', 'laws', 'legislation', 'licences', 'licenses', 'measures', 'mechanism', 'mechanisms', 'model', 'models', 'monitoring', 'pilot', 'pilots', 'plan', 'plans', 'policies', 'policy',
  'prices', 'principles', 'priority', 'priorities', 'procedures', 'process', 'processes', 'procurement', 'programme', 'programmes', 'program', 'programs', 'project', 'projects', 'reform', 'reforms', 'regulation', 'regulations', 'research',
  'resources', 'rule', 'rules', 'scheme', 'schemes', 'services', 'spending', 'standard', 'standards', 'steps', 'strategies', 'strategy', 'subsidies', 'subsidy', 'support', 'system', 'systems', 'targets', 'tax', 'taxes',
  'that', 'there', 'these', 'this', 'those', 'tools', 'training', 'transparency', 'what', 'which',
]);
