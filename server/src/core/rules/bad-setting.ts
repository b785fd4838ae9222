import { defineRule } from '../lint/rule';

/** Found while settings and suppressions are read; the runner reports it. */
export const badSetting = defineRule({
  meta: {
    name: 'bad-setting',
    group: 'setup',
    title: 'Setting that makes no sense',
    levels: { setting: 'warning', suppression: 'warning' },
    fix: 'suggestion',
    options: {},
    docs: {
      what: 'A key or value of the settings, in front matter or in `.brieflint.yml`, that is not known, or a suppression comment that names no known rule.',
      why: 'A misspelt setting is not in force, and nothing else would tell: the brief is checked with the default in its place.',
      how: 'Correct the spelling; the message names the nearest word that would do. `brieflint print-config` shows what is in force.',
      limits: ['Keys at the top level of front matter are left alone, for they belong to other programs.'],
      authority: null,
      flagged: [
        { text: '---\nbrieflint:\n  status: finished\n---\n\nTolls rose twice in one year.\n' },
        { text: '<!-- brieflint-disable-file emptysection -- filled in by the printer -->\n\nTolls rose twice in one year.\n' },
      ],
      clean: [{ text: '---\nlayout: report\nbrieflint:\n  status: final\n---\n\nTolls rose twice in one year.\n' }],
    },
  },
  check: () => [],
});
