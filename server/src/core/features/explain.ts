import type { Example, RuleMeta, RuleOption } from '../lint/rule';

/** Where a rule's page stands, below a base that ends in "/". */
export const rulePageAddress = (docsBase: string, rule: string): string => `${docsBase}${rule}.md`;

/** The whole explanation of a rule as Markdown: its docs page, and what `brieflint explain` prints. */
export const explainRule = (meta: RuleMeta): string => {
  const { docs } = meta;
  const parts = [
    `# ${meta.name}`,
    `**${meta.title}.** ${docs.what}`,
    factsOf(meta),
    `## Why it matters\n\n${docs.why}`,
    `## How to mend it\n\n${docs.how}`,
    examplesOf('Flagged', docs.flagged),
    examplesOf('Fine', docs.clean),
    optionsOf(meta),
    silencingOf(meta),
    docs.limits.length > 0 ? `## Known limits\n\n${docs.limits.map((limit) => `- ${limit}`).join('\n')}` : null,
    docs.authority === null ? null : `## Where this comes from\n\n${docs.authority}`,
  ];
  return `${parts.filter((part) => part !== null).join('\n\n')}\n`;
};

/** What a hover says of a finding: the rule in three short paragraphs and where to read on. */
export const explainBriefly = (meta: RuleMeta, pageAddress: string | null): string => {
  const parts = [
    `**${meta.title}** (\`${meta.name}\`)`,
    `*Why:* ${meta.docs.why}`,
    `*How to mend it:* ${meta.docs.how}`,
    pageAddress === null ? null : `[More about this rule](${pageAddress})`,
  ];
  return parts.filter((part) => part !== null).join('\n\n');
};

const factsOf = (meta: RuleMeta): string => {
  const levels = Object.entries(meta.levels);
  const severity = levels.length === 1 ? String(levels[0]?.[1]) : levels.map(([level, value]) => `${value} (${level})`).join(', ');
  const lines = [`- Group: ${meta.group}`, `- Severity: ${severity}`, `- Fix: ${fixInWords[meta.fix]}`];
  if (meta.needsProfile === true) lines.push('- Runs only where a profile is set');
  if (meta.needsWorkspace === true) lines.push('- Runs only where several briefs are looked at together');
  return lines.join('\n');
};

const fixInWords: Readonly<Record<RuleMeta['fix'], string>> = {
  safe: 'safe, applied by `brieflint check --fix` and by "Fix all"',
  suggestion: 'suggested, for you to accept',
  none: 'none',
};

const examplesOf = (heading: string, examples: readonly Example[]): string | null => {
  if (examples.length === 0) return null;
  const blocks = examples.map(({ text, profile, sources, others }) => {
    const fence = fenceFor(text);
    const note = profile === undefined ? '' : `Under the profile \`${profile}\`:\n\n`;
    const quoted = Object.entries(sources ?? {}).map(([key, words]) => `Where the text of \`${key}\` says:\n\n> ${words}\n\n`);
    const beside = Object.entries(others ?? {}).map(([path, words]) => `Where another brief of the workspace, \`${path}\`, says:\n\n${words.split('\n').map((line) => `> ${line}`.trimEnd()).join('\n')}\n\n`);
    return `${note}${quoted.join('')}${beside.join('')}${fence}md\n${text.replace(/\n+$/, '')}\n${fence}`;
  });
  return `## ${heading}\n\n${blocks.join('\n\n')}`;
};

/** One backtick more than the longest run inside, and never less than three. */
const fenceFor = (text: string): string => {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  return '`'.repeat(longest + 1);
};

const optionsOf = (meta: RuleMeta): string | null => {
  const options = Object.entries(meta.options);
  if (options.length === 0) return null;
  const lines = options.map(([name, option]) => `- \`${name}\` (${typeInWords[option.type]}, default ${valueInWords(option.default)}): ${option.description}`);
  return `## Options\n\n${lines.join('\n')}`;
};

const typeInWords: Readonly<Record<RuleOption['type'], string>> = {
  number: 'a number',
  string: 'a text',
  boolean: '`true` or `false`',
  'string-list': 'a list of texts',
};

const valueInWords = (value: RuleOption['default']): string => `\`${JSON.stringify(value)}\``;

const silencingOf = ({ name }: RuleMeta): string =>
  [
    '## How to silence it',
    'At one place, with the reason that your readers or reviewers would ask for:',
    `\`\`\`md\n<!-- brieflint-disable-next-line ${name} -- why it is right here -->\n\`\`\``,
    'For a whole folder, in `.brieflint.yml`:',
    `\`\`\`yaml\nrules:\n  ${name}: off\n\`\`\``,
  ].join('\n\n');
