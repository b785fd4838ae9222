import type { Brief, Sentence } from '../brief';
import { findProperWords, readWording, type Wording } from './wording';

/** Who writes the document, and what it is about, as the document itself shows it. */
export interface Voice {
  readonly wordings: readonly Wording[];
  /** Names of the issuing body or of its tools, in lower case without blanks and signs. */
  readonly ownNames: ReadonlySet<string>;
  /** Hosts of links that lead to the author's own pages. */
  readonly ownHosts: ReadonlySet<string>;
  /** Share of sentences in the first person. */
  readonly firstPerson: number;
}

export const squeeze = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const firstPerson = /\b(?:we|our|us|ours|I[’'](?:ve|m|d)|my)\b/iu;
const makingVerbs = /^(?:built|build|builds|created|creates|launched|provides|provided|offers|offered|worked|works|ran|runs|developed|develops|estimates|estimated|models|modelled|simulates|published|publishes|collected|collects|received|supports|supported|uses|used|helps|helped|began|started|projects|finds|found|enables|allows|calculates)$/i;

export function hearVoice(brief: Brief, declared: readonly string[] = []): Voice {
  const proper = findProperWords(brief.sentences.map((sentence) => sentence.text));
  const wordings = brief.sentences.map((sentence) => readWording(sentence, proper));
  const hosts = linkHosts(brief);
  const ownNames = new Set(declared.map(squeeze));
  const author = brief.metadata.author?.value;
  if (author !== undefined) for (const name of author.split(/[,;&]|\band\b/)) if (squeeze(name).length > 2) ownNames.add(squeeze(name));
  const ownHosts = new Set<string>();
  const hostsByLabel = byLabel(hosts.keys());
  const names = countSubjects(brief, wordings);
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
  const spoken = brief.sentences.filter((sentence) => firstPerson.test(sentence.text)).length;
  return { wordings, ownNames, ownHosts, firstPerson: spoken / Math.max(1, brief.sentences.length) };
}

interface SubjectCount {
  subjects: number;
  making: number;
  withFirstPerson: number;
}

function countSubjects(brief: Brief, wordings: readonly Wording[]): ReadonlyMap<string, SubjectCount> {
  const counts = new Map<string, SubjectCount>();
  const speaking = new Set(brief.sentences.filter((sentence) => firstPerson.test(sentence.text)).map((sentence) => sentence.block));
  for (const sentence of brief.sentences) {
    const wording = wordings[sentence.index];
    if (wording === undefined) continue;
    const name = wording.subject.replace(/^(?:the|The)\s+/, '').replace(/[’']s.*$/u, '');
    if (!/^\p{Lu}[\p{L}\p{N}’'&.-]*(?:\s+(?:(?:of|for|and|the)\s+)?\p{Lu}[\p{L}\p{N}’'&.-]*){0,5}$/u.test(name)) continue;
    if (/^(?:We|I|It|They|He|She|This|These|You|There|What|Who|Here|One|All|Some|Many|Most|Our)$/.test(name)) continue;
    const count = counts.get(name) ?? { subjects: 0, making: 0, withFirstPerson: 0 };
    count.subjects += 1;
    if (wording.verb !== null && makingVerbs.test(wording.verb)) count.making += 1;
    if (speaking.has(sentence.block)) count.withFirstPerson += 1;
    counts.set(name, count);
  }
  return counts;
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

export const speaksInFirstPerson = (sentence: Sentence): boolean => firstPerson.test(sentence.text);
