import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { version } from '../../../package.json';
import { isDay } from '../core/text/dates';
import { severities } from '../core/lint/severity';
import { hasTemplate } from '../core/profiles/brief-template';
import { profiles } from '../core/profiles/profiles';
import { isFileSystemError } from '../disk/file-system-error';
import type { Lookup } from '../lookup/online-lookup';
import { runCheck, type CheckOptions } from './check-command';
import { evidenceFormats, runEvidence, type EvidenceOptions } from './evidence-command';
import { runDiff, type DiffOptions } from './diff-command';
import { runExplain } from './explain-command';
import { runInit } from './init-command';
import { runNew, type NewOptions } from './new-command';
import { runPrintConfig, type PrintConfigOptions } from './print-config-command';
import { runReview, type ReviewOptions } from './review-command';
import { runRules, type RulesOptions } from './rules-command';
import type { Terminal } from './terminal';
import { UsageError } from './usage-error';

/** What the process ends with. */
export const exitStatus = { clean: 0, findings: 1, trouble: 2 } as const;

export interface ProgramHooks {
  /** Serves an editor until it hangs up. */
  readonly serveLanguage: () => Promise<void>;
  /** Called only where the user switched online lookup on. */
  readonly createLookup: () => Lookup;
}

export const runProgram = async (argv: readonly string[], terminal: Terminal, hooks: ProgramHooks): Promise<number> => {
  let status: number = exitStatus.clean;
  const program = buildProgram(terminal, hooks, (result) => (status = result));
  try {
    await program.parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.clean : exitStatus.trouble;
    if (error instanceof UsageError || isFileSystemError(error)) terminal.log(`brieflint: ${error.message}`);
    else terminal.log(`brieflint: internal error, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return exitStatus.trouble;
  }
};

const buildProgram = (terminal: Terminal, hooks: ProgramHooks, end: (status: number) => void): Command => {
  const program = new Command('brieflint');
  program
    .description('Checks policy briefs: claims without a source, figures that contradict each other, sections that are missing or empty.\nWorks offline; nothing leaves this machine unless you say --lookup.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .configureOutput({ writeOut: terminal.out, writeErr: (text) => terminal.log(text.replace(/\n$/, '')) })
    .showHelpAfterError('Run "brieflint --help" for all commands, "brieflint check --help" for options.')
    .exitOverride()
    .addHelpText('after', programExamples);
  addCheck(program, terminal, end);
  addEvidence(program, terminal, hooks);
  addReview(program, terminal);
  addDiff(program, terminal, end);
  program
    .command('explain')
    .argument('<rule>', 'name of a rule, as it stands behind a finding')
    .description('say what a rule flags, why it matters and how to mend it')
    .action((rule: string) => runExplain(rule, terminal));
  program
    .command('rules')
    .description('list all rules')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .action((options: RulesOptions) => runRules(options, terminal));
  addPrintConfig(program, terminal);
  addNew(program, terminal);
  program
    .command('init')
    .description('write a commented .brieflint.yml into this folder')
    .action(() => runInit(terminal));
  program
    .command('lsp')
    .description('serve an editor through the Language Server Protocol')
    .requiredOption('--stdio', 'speak through standard input and output')
    .action(hooks.serveLanguage);
  return program;
};

const programExamples = `
Examples:
  brieflint check                          check all briefs in this folder
  brieflint check --profile issue-brief draft.md
  brieflint evidence draft.md              what the brief rests on, as tables
  brieflint diff old.md new.md             which figures changed, and which were left behind
  brieflint explain unsourced-statistic    why a finding matters and how to mend it
  brieflint new issue-brief draft.md       begin a brief with the sections of its kind
  brieflint init                           write a commented .brieflint.yml`;

const addCheck = (program: Command, terminal: Terminal, end: (status: number) => void): void => {
  program
    .command('check')
    .argument('[path...]', 'files, or folders with .md, .markdown, .qmd and .Rmd files (default: this folder)')
    .description('check briefs and report what an editor would ask about')
    .addOption(new Option('--format <format>', 'how to report').choices(['text', 'json']).default('text'))
    .option('--config <file>', 'settings file for all briefs, instead of the nearest .brieflint.yml')
    .option('--no-config', 'ignore .brieflint.yml files; front matter still counts')
    .option('--profile <id>', 'kind of brief, such as issue-brief: decides which sections are asked for')
    .addOption(new Option('--min <severity>', 'leave out what is less grave (default: information; hint for json)').choices(severities))
    .addOption(new Option('--fail-on <severity>', 'end with status 1 if something is this grave').choices([...severities, 'never']))
    .option('--max-warnings <number>', 'end with status 1 only if there are more warnings than this', parseCount)
    .option('--fix', 'make the fixes that are safe, and write the files')
    .option('--stdin', 'check the text on standard input')
    .option('--stdin-filename <file>', 'what that text is called: decides its settings')
    .option('--today <date>', 'take this for today: YYYY-MM-DD', parseDate)
    .addHelpText('after', checkHelp)
    .action(async (paths: string[], options: CheckOptions) => end(await runCheck(paths, options, terminal)));
};

const checkHelp = `
Exit status: 0 nothing at or above --fail-on (default: warning), 1 findings, 2 wrong usage or an error.

Examples:
  brieflint check briefs                       all briefs in a folder
  brieflint check --profile exam-brief a.md    one brief, with the sections of its kind
  brieflint check --fail-on error --format json . > report.json
  cat draft.md | brieflint check --stdin --stdin-filename draft.md`;

const addEvidence = (program: Command, terminal: Terminal, { createLookup }: ProgramHooks): void => {
  program
    .command('evidence')
    .argument('<file>', 'a brief')
    .description('list what a brief rests on: its citations and where they lead, references, claims, figures, recommendations, and what was not checked')
    .addOption(new Option('--format <format>', 'how to print').choices(evidenceFormats).default('markdown'))
    .option('--lookup', 'ask DOI registries and web pages for what cited entries lack; sends their DOIs and addresses, nothing else')
    .option('--config <file>', 'settings file, instead of the nearest .brieflint.yml')
    .option('--no-config', 'ignore .brieflint.yml files; front matter still counts')
    .option('--profile <id>', 'kind of brief, such as issue-brief')
    .option('--today <date>', 'take this for today: YYYY-MM-DD', parseDate)
    .addHelpText('after', evidenceHelp)
    .action((file: string, options: EvidenceOptions) => runEvidence(file, options, terminal, createLookup));
};

const evidenceHelp = `
Examples:
  brieflint evidence draft.md                             tables to read, in Markdown
  brieflint evidence --format html draft.md > ledger.html  a page to print or send
  brieflint evidence --format csv draft.md > ledger.csv    a row for each citation and each claim
  brieflint evidence --format json draft.md                for scripts`;

const addReview = (program: Command, terminal: Terminal): void => {
  program
    .command('review')
    .argument('<file>', 'a brief')
    .description('compare with a language model of your choice which sentences owe a source; brieflint sends nothing to any model')
    .option('--prompt', 'print what to ask the model, in one or more parts')
    .option('--part <number>', 'print one part of the prompt, from 1', parseCount)
    .option('--answers <file>', 'compare what the model answered, to all parts or some; "-" reads standard input')
    .addOption(new Option('--format <format>', 'how to print the comparison (default: text)').choices(['text', 'json']))
    .option('--config <file>', 'settings file, instead of the nearest .brieflint.yml')
    .option('--no-config', 'ignore .brieflint.yml files; front matter still counts')
    .option('--profile <id>', 'kind of brief, such as issue-brief')
    .option('--today <date>', 'take this for today: YYYY-MM-DD', parseDate)
    .addHelpText('after', reviewHelp)
    .action((file: string, options: ReviewOptions) => runReview(file, options, terminal));
};

const reviewHelp = `
Several parts are printed one after the other, each after a line "===== brieflint review: part 1 of 3 =====".

Examples:
  brieflint review --prompt draft.md > prompt.txt    paste it into any chat, or send it part by part
  brieflint review --prompt --part 2 draft.md        one part alone
  brieflint review --answers answers.txt draft.md    what the model said beside what brieflint finds
  brieflint review --prompt draft.md | my-model | brieflint review --answers - draft.md`;

const addDiff = (program: Command, terminal: Terminal, end: (status: number) => void): void => {
  program
    .command('diff')
    .argument('<old>', 'the brief as it was')
    .argument('<new>', 'the brief as it is')
    .description('list the figures that changed between two drafts of a brief, and the places where the old value was left behind')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .option('--config <file>', 'settings file, instead of the nearest .brieflint.yml')
    .option('--no-config', 'ignore .brieflint.yml files; front matter still counts')
    .addHelpText('after', diffHelp)
    .action(async (oldPath: string, newPath: string, options: DiffOptions) => end(await runDiff(oldPath, newPath, options, terminal)));
};

const diffHelp = `
Exit status: 0 nothing left behind, 1 an old value still stands somewhere, 2 wrong usage or an error.

Examples:
  brieflint diff draft-1.md draft-2.md
  git show HEAD:draft.md > before.md; brieflint diff before.md draft.md`;

const addPrintConfig = (program: Command, terminal: Terminal): void => {
  program
    .command('print-config')
    .argument('[file]', 'a brief (default: any brief in this folder)')
    .description('print the settings that hold for a brief, and where they come from')
    .option('--config <file>', 'settings file, instead of the nearest .brieflint.yml')
    .option('--no-config', 'ignore .brieflint.yml files')
    .option('--profile <id>', 'kind of brief')
    .action((file: string | undefined, options: PrintConfigOptions) => runPrintConfig(file, options, terminal));
};

const addNew = (program: Command, terminal: Terminal): void => {
  program
    .command('new')
    .argument('<profile>', 'kind of brief, such as issue-brief')
    .argument('[file]', 'where to write it; never over a file that is there (default: print it)')
    .description('begin a brief: front matter and the sections of its kind, with blanks to fill in')
    .option('--title <title>', 'title of the brief')
    .option('--author <author>', 'who writes it')
    .option('--today <date>', 'date of the brief: YYYY-MM-DD', parseDate)
    .addHelpText('after', newHelp)
    .action((profile: string, file: string | undefined, options: NewOptions) => runNew(profile, file, options, terminal));
};

const newHelp = `
Kinds of brief:
${profiles.filter(hasTemplate).map(({ id, name }) => `  ${id.padEnd(20)} ${name}`).join('\n')}

Profiles of your own, in .brieflint.yml, are kinds of brief too.

Examples:
  brieflint new exam-brief water.md
  brieflint new options-memo --title "Which buses to buy" > buses.md`;

const parseCount = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It is a whole number, 0 or more.');
  return Number(text);
};

const parseDate = (text: string): string => {
  if (!isDay(text)) throw new InvalidArgumentError('It is a day of the calendar, written like 2026-06-30.');
  return text;
};
