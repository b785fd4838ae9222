import * as vscode from 'vscode';
import { explainRuleCommand } from '../../server/src/protocol';
import { rulePagesBase } from './rule-pages';
import { canOpen, openSourceTextCommand } from './source-texts';

const rulePageLink = new RegExp(`\\]\\(${rulePagesBase.toString()}([\\w-]+)\\.md\\)`, 'g');

const placeLink = /\]\(<([a-z][\w+.-]*):([^<>\s]+)>\)/g;

/** VS Code follows these by itself. */
const knownSchemes: ReadonlySet<string> = new Set(['file', 'http', 'https', 'vscode-remote']);

/**
 * A hover drops links to schemes that VS Code does not know, ours among them; to commands it may link, being trusted with these two alone.
 * Nothing that stands in a brief or a source can make such a link: the server escapes it.
 */
export const linkToCommands = (hover: vscode.Hover): vscode.Hover => {
  const contents = hover.contents.map((content) => (content instanceof vscode.MarkdownString ? withCommandLinks(content) : content));
  return new vscode.Hover(contents, hover.range);
};

const withCommandLinks = (content: vscode.MarkdownString): vscode.MarkdownString => {
  const linked = new vscode.MarkdownString(
    content.value
      .replace(rulePageLink, (_link, rule: string) => `](${commandAddress(explainRuleCommand, rule)})`)
      .replace(placeLink, (link, scheme: string, rest: string) => (knownSchemes.has(scheme) || !canOpen(scheme) ? link : `](<${commandAddress(openSourceTextCommand, `${scheme}:${rest}`)}>)`)),
  );
  linked.isTrusted = { enabledCommands: [explainRuleCommand, openSourceTextCommand] };
  return linked;
};

const commandAddress = (command: string, argument: string): string => `command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`;
