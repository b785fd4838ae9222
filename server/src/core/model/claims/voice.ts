import { rememberByWords } from '../../text/remember-by-words';
import type { Brief } from '../brief';
import type { SentenceWords } from './sentence-words';
import { findProperWords, settleWording, type Wording } from './wording';

/** Who writes the document, and what it is about, as the document itself shows it. */
export interface Voice {
  readonly wordings: readonly Wording[];
  /** Names of the issuing body or of its tools, in lower case without blanks and signs. */
  readonly ownNames: ReadonlySet<string>;
  /** Is it one of them, or one of them with something added ("Example Institute Press")? */
  readonly isOwnName: (name: string) => boolean;
  /** Hosts of links that lead to the author's own pages. */
  readonly ownHosts: ReadonlySet<string>;
  /** Share of sentences in the first person. */
  readonly firstPerson: number;
}

export const squeeze = rememberByWords((name): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));

const makingVerbs = /^(?:built|build|builds|created|creates|launched|provides|provided|offers|offered|worked|works|ran|runs|developed|develops|estimates|estimated|models|modelled|simulates|published|publishes|collected|collects|received|supports|supported|uses|used|helps|helped|began|started|projects|finds|found|enables|allows|calculates)$/i;

/** `sentences` are what the words of each sentence say by themselves. */
export function hearVoice(brief: Brief, sentences: readonly SentenceWords[], declared: readonly string[]): Voice {
  const proper = findProperWords(sentences.map(({ draft }) => draft.capitals));
  const wordings = sentences.map(({ draft }) => settleWording(draft, proper));
  const hosts = linkHosts(brief);
  const ownNames = new Set(declared.map(squeeze));
  const author = brief.metadata.author?.value;
  if (author !== undefined) for (const name of author.split(/[,;&]|\band\b/)) if (squeeze(name).length > 2) ownNames.add(squeeze(name));
  const ownHosts = new Set<string>();
  const hostsByLabel = byLabel(hosts.keys());
  const names = countSubjects(brief, sentences);
  for (const [name, count] of names) {
    const key = squeeze(name);
    const named = hostsByLabel.get(key) ?? [];
    const host = named[0];
    const isMaker = count.making >= 2 && count.making + count.withFirstPerson >= 0.4 * count.subjects && count.withFirstPerson >= 1;
    if (host !== undefined && key.length > 3 && (count.withFirstPerson > 0 || count.making > 0 || (hosts.get(host) ?? 0) >= 4)) {
      ownNames.add(key);
      for (const other of named) ownHosts.add(other);
    } else if (isMaker) ownNames.add(key);
  }
  const spoken = sentences.filter(({ speaks }) => speaks).length;
  return { wordings, ownNames, isOwnName: isOneOf(ownNames), ownHosts, firstPerson: spoken / Math.max(1, brief.sentences.length) };
}

interface SubjectCount {
  subjects: number;
  making: number;
  withFirstPerson: number;
}

function isOneOf(ownNames: ReadonlySet<string>): (name: string) => boolean {
  const beginnings = [...ownNames].filter((own) => own.length > 4);
  return (name) => {
    const key = squeeze(name);
    return ownNames.has(key) || beginnings.some((own) => key.startsWith(own));
  };
}

function countSubjects(brief: Brief, sentences: readonly SentenceWords[]): ReadonlyMap<string, SubjectCount> {
  const counts = new Map<string, SubjectCount>();
  const speaking = new Set(brief.sentences.filter((sentence) => sentences[sentence.index]?.speaks === true).map((sentence) => sentence.block));
  for (const sentence of brief.sentences) {
    const words = sentences[sentence.index];
    const name = words?.subjectName ?? null;
    if (words === undefined || name === null) continue;
    const count = counts.get(name) ?? { subjects: 0, making: 0, withFirstPerson: 0 };
    count.subjects += 1;
    const { verb } = words.draft.wording;
    if (verb !== null && makingVerbs.test(verb)) count.making += 1;
    if (speaking.has(sentence.block)) count.withFirstPerson += 1;
    counts.set(name, count);
  }
  return counts;
}

/** A subject that reads as the name of a body or tool; undefined where it does not. */
export function findSubjectName(subject: string): string | undefined {
  const name = subject.replace(/^(?:the|The)\s+/, '').replace(/[’']s.*$/u, '');
  if (!/^\p{Lu}[\p{L}\p{N}’'&.-]*(?:\s+(?:(?:of|for|and|the)\s+)?\p{Lu}[\p{L}\p{N}’'&.-]*){0,5}$/u.test(name)) return undefined;
  return /^(?:We|I|It|They|He|She|This|These|You|There|What|Who|Here|One|All|Some|Many|Most|Our)$/.test(name) ? undefined : name;
}

function linkHosts(brief: Brief): ReadonlyMap<string, number> {
  const hosts = new Map<string, number>();
  for (const match of brief.text.matchAll(/https?:\/\/(?:www\.)?([a-z0-9.-]{3,80})/giu)) {
    const host = (match[1] ?? '').toLowerCase();
    hosts.set(host, (hosts.get(host) ?? 0) + 1);
  }
  return hosts;
}

function byLabel(hosts: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const labelled = new Map<string, string[]>();
  for (const host of hosts) {
    const label = labelOf(host);
    const others = labelled.get(label);
    if (others) others.push(host);
    else labelled.set(label, [host]);
  }
  return labelled;
}

/** "legacy.example.org" is "example". */
function labelOf(host: string): string {
  const parts = host.split('.');
  const last = parts.length >= 3 && /^(?:co|org|gov|ac|com|gouv|gc)$/.test(parts.at(-2) ?? '') ? parts.at(-3) : parts.at(-2);
  return squeeze(last ?? '');
}

export const hostOf = (address: string): string | null => /^https?:\/\/(?:www\.)?([a-z0-9.-]{3,80})/iu.exec(address)?.[1]?.toLowerCase() ?? null;
