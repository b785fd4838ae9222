/** How claims look in the list. */
import * as vscode from 'vscode';
import type { ClaimItem, ClaimSectionItem } from '../../../server/src/protocol';
import { askedPlaceOf, type ClaimNode } from '../claim-node';
import { shorten } from '../words';
import { claimLabel } from './claim-words';

/** `claims`: all that states something somebody could check. `everything`: also what owes no source. */
export type ClaimFilter = 'open' | 'claims' | 'everything';

export interface SectionNode {
  readonly kind: 'section';
  readonly section: ClaimSectionItem;
  /** Those that the filter lets through. */
  readonly claims: readonly ClaimItem[];
}

export const isShown = ({ state }: ClaimItem, filter: ClaimFilter): boolean => {
  if (filter === 'everything') return true;
  return filter === 'open' ? state === 'open' || state === 'possible' : state !== 'exempt';
};

export const sectionItemOf = ({ section, claims }: SectionNode): vscode.TreeItem => {
  const item = new vscode.TreeItem(section.title ?? 'Before the first heading', vscode.TreeItemCollapsibleState.Expanded);
  const open = claims.filter(({ state }) => state === 'open').length;
  item.description = open === 0 ? String(claims.length) : `${open} open of ${claims.length}`;
  item.contextValue = 'section';
  return item;
};

type State = ClaimItem['state'];

const faces: Readonly<Record<State, { readonly icon: string; readonly color?: string; readonly word: string }>> = {
  open: { icon: 'question', color: 'list.warningForeground', word: 'Open' },
  possible: { icon: 'question', word: 'May need a source' },
  sourced: { icon: 'pass', color: 'testing.iconPassed', word: 'Sourced' },
  own: { icon: 'account', word: 'Own work' },
  ignored: { icon: 'circle-slash', word: 'Set aside' },
  exempt: { icon: 'dash', word: 'Owes no source' },
};

export const claimItemOf = (node: ClaimNode): vscode.TreeItem => {
  const { claim, uri } = node;
  const { icon, color, word } = faces[claim.state];
  const place = askedPlaceOf(node);
  // The rest of a wide side bar is for what answers for it.
  const item = new vscode.TreeItem(shorten(claim.text, 70));
  item.iconPath = new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
  item.description = [kindsOf(claim), claim.answer ?? cuesOf(claim)].filter((part) => part !== '').join(' · ');
  item.tooltip = [claim.text, `${word}${claim.asked === null ? '' : `: ${claim.asked.message}`}${claim.answer === null ? '' : `: ${claim.answer}`}`].join('\n\n');
  item.accessibilityInformation = { label: claimLabel(word, claim, item.description) };
  // Menus ask for the answers that make sense.
  item.contextValue = ['claim', claim.state, ...(claim.asked?.answers ?? [])].join(' ');
  item.command = { title: 'Go to the claim', command: 'vscode.open', arguments: [uri, { selection: new vscode.Range(place, place) }] };
  return item;
};

const kindsOf = ({ kinds }: ClaimItem): string => kinds.slice(0, 2).map((kind) => kind.replaceAll('-', ' ')).join(', ');

/** The words that show it; where none do, what is asked. */
const cuesOf = ({ cues, asked }: ClaimItem): string => (cues.length === 0 ? (asked?.message ?? '') : cues.slice(0, 2).map((cue) => `“${cue}”`).join(', '));
