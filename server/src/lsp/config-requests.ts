/** Completion and hover in settings files, and the fixes of what is wrong in them. */
import { CodeActionKind, CompletionItemKind, MarkupKind, type CodeAction, type CodeActionParams, type CompletionList, type Hover, type Position } from 'vscode-languageserver';
import { checkConfig } from '../check';
import { completeConfig, hoverConfig } from '../config-help/config-help';
import { buildConfigSchema } from '../config-schema';
import { findShippedKey } from '../core/profiles/section-keys';
import type { SectionKey } from '../core/profiles/section-keys';
import { rules } from '../core/rules/index';
import { readConfig, type FoundConfig } from '../find-config';
import type { KnownNames } from '../house-profiles/definition-schema';
import { resolveSettings } from '../settings';
import { createConverter, diagnosticSource } from './convert';
import { folderUriOf } from './session';
import type { WorkspaceParts } from './workspace-check';

/** As it stands in the editor; undefined: it is not open. */
const openConfig = async ({ source, settings }: WorkspaceParts, uri: string): Promise<FoundConfig | undefined> =>
  source.get(uri) === undefined ? undefined : readConfig(settings.readerFor(folderUriOf(settings.folderUris, uri)), uri);

/** What the file defines itself is completed too. */
const namesIn = ({ layer }: FoundConfig): KnownNames => {
  const profiles = Object.values(resolveSettings([layer]).settings.profiles);
  // The keys of the record are keys of sections.
  const own = profiles.flatMap(({ headings }) => Object.keys(headings) as SectionKey[]).filter((key) => findShippedKey(key) === undefined);
  return { profiles, sections: [...new Set(own)] };
};

export const completeInConfig = async (parts: WorkspaceParts, uri: string, position: Position): Promise<CompletionList | null> => {
  const config = await openConfig(parts, uri);
  if (config === undefined) return null;
  const converter = createConverter(config.text);
  const items = completeConfig(buildConfigSchema(rules, namesIn(config)), config.text, converter.toOffset(position));
  return {
    isIncomplete: false,
    items: items.map(({ name, description, kind, span, newText }, i) => ({
      label: name,
      kind: kind === 'key' ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
      sortText: String(i).padStart(4, '0'),
      textEdit: { range: converter.toRange(span), newText },
      ...(description !== null && { documentation: { kind: MarkupKind.Markdown, value: description } }),
    })),
  };
};

export const hoverInConfig = async (parts: WorkspaceParts, uri: string, position: Position): Promise<Hover | null> => {
  const config = await openConfig(parts, uri);
  if (config === undefined) return null;
  const converter = createConverter(config.text);
  const hover = hoverConfig(buildConfigSchema(rules, namesIn(config)), config.text, converter.toOffset(position));
  return hover && { contents: { kind: MarkupKind.Markdown, value: hover.text }, range: converter.toRange(hover.span) };
};

/** The words that were probably meant. */
export const actionsInConfig = async (parts: WorkspaceParts, { textDocument: { uri }, context }: CodeActionParams): Promise<CodeAction[]> => {
  const config = await openConfig(parts, uri);
  if (config === undefined || (context.only !== undefined && !context.only.includes(CodeActionKind.QuickFix) && !context.only.includes(''))) return [];
  const converter = createConverter(config.text);
  const findings = checkConfig(config.layer).filter(({ file }) => file === undefined);
  return context.diagnostics
    .filter(({ source }) => source === diagnosticSource)
    .flatMap((diagnostic) => {
      const offset = converter.toOffset(diagnostic.range.start);
      const finding = findings.find(({ span, message }) => span.start === offset && message === diagnostic.message);
      return (finding?.fixes ?? []).map((fix) => ({ title: fix.title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], isPreferred: true, edit: { changes: { [uri]: fix.edits.map(converter.toTextEdit) } } }));
    });
};
