import { isFigure } from '../text/figures';
import { findNamedSource } from '../lint/named-source';
import { missingPart } from '../lint/list-entries';
import { shorten } from '../lint/message-words';
import { defineRule, type Fix, type RuleFinding } from '../lint/rule';
import { standsIn } from '../lint/sections';
import type { Brief, Sentence } from '../model/brief';
import type { SectionKey } from '../profiles/section-keys';
import type { Citation } from '../text/citation';
import { sliceOf, spanOf } from '../text/span';

export const bareUrlSource = defineRule({
  meta: {
    name: 'bare-url-source',
    group: 'citations',
    title: 'Source that is only an address',
    levels: { address: 'information', 'vague-link': 'information' },
    fix: 'suggestion',
    options: {
      inFootnotes: { type: 'boolean', default: false, description: 'Whether a note that holds nothing but an address is reported too.' },
    },
    docs: {
      what: 'A statement or source line whose only source is a bare address, or at the level `vague-link` a link on words such as "here" or "source".',
      why: 'On paper a link on "here" is no source at all, and when the page moves an address alone does not tell what it was.',
      how: 'Name the body and the year and put the link on them: "[Bureau of Statistics, 2025](https://…)".',
      limits: [
        'An address next to another source, or in a sentence that names its source, is not reported; nor is the front page of a site.',
        'Without a figure, an address is reported only where it stands in brackets, and a link on "here" only there.',
        'Lists of references, and sentences that send readers to a tool, a download or a contact, are left out.',
      ],
      authority: 'OECD Style Guide; UN Editorial Manual: no bare hyperlinks',
      flagged: [{ text: 'Rent takes 52% of income (https://housing.example/rents.pdf).\n' }],
      clean: [{ text: 'Rent takes 52% of income ([Housing Board, 2024](https://housing.example/rents.pdf)).\n' }],
    },
  },
  *check({ brief, options }) {
    for (const sentence of brief.sentences) {
      if (standsIn(brief, sentence.section, listSections) || sentence.container === 'quote') continue;
      const finding = ofSentence(brief, sentence);
      if (finding !== undefined) yield finding;
    }
    for (const line of brief.sourceLines) {
      const [only, ...others] = line.citations;
      if (only === undefined || others.length > 0 || line.isNote || !isAddress(brief, only)) continue;
      const words = line.text.replace(/https?:\S+|www\.\S+/giu, '').match(/\p{L}{2,}/gu) ?? [];
      if (words.length <= 1) yield toFinding(brief, only, 'address');
    }
    if (options['inFootnotes'] === true) {
      for (const { citations, text } of brief.footnotes) {
        const [only, ...others] = citations;
        if (only !== undefined && others.length === 0 && isAddress(brief, only) && !/\p{L}{2,}/u.test(text.replace(/https?:\S+|www\.\S+/giu, ''))) yield toFinding(brief, only, 'address');
      }
    }
  },
});

const listSections: ReadonlySet<SectionKey> = new Set(['references', 'further-reading', 'disclosure', 'method', 'glossary', 'annex']);

const ofSentence = (brief: Brief, sentence: Sentence): RuleFinding | undefined => {
  const [only, ...others] = sentence.citations;
  if (only?.style !== 'link' || others.length > 0 || sentence.isQuestion) return undefined;
  const words = withoutAddress(sentence.text);
  if ((words.match(/\p{L}{2,}/gu)?.length ?? 0) < 4 || isNamedOtherwise(words)) return undefined;
  if (isVagueLink(brief, only)) return isInBrackets(brief, only) || sourceWords.test(wordsOfLink(brief, only)) ? toFinding(brief, only, 'vague-link') : undefined;
  if (!isAddress(brief, only) || isHome(only.works[0]?.key ?? '')) return undefined;
  return sentence.quantities.some(isFigure) || isInBrackets(brief, only) ? toFinding(brief, only, 'address') : undefined;
};

/** The sentence says whose page it is, or sends the reader there for something else than evidence. */
const isNamedOtherwise = (words: string): boolean =>
  findNamedSource(words) !== undefined || /\((?:1[5-9]|20)\d\d[a-z]?\)|["“][^"”]{10,200}["”]/u.test(words) || /\b(?:contact|download|e-?mail|visit|register|website|tel|phone|apply|available|found|see also|more (?:details?|information)|interactive|tool|code|repository|dataset is)\b/iu.test(words);

const withoutAddress = (text: string): string => text.replace(/https?:\S+|www\.\S+/giu, '');

/** The front page of a site is the site rather than a source in it. */
const isHome = (address: string): boolean => /^(?:https?:\/\/)?[^/?#]+\/?$/iu.test(address);

const isAddress = (brief: Brief, { style, span }: Citation): boolean => style === 'link' && /^<?(?:https?:\/\/|www\.)/iu.test(sliceOf(brief.text, span));

const wordsOfLink = (brief: Brief, { span }: Citation): string => /^\[[*_]*([^\]*_]*)[*_]*\]/u.exec(sliceOf(brief.text, span))?.[1]?.trim() ?? '';

const vagueWords = /^(?:(?:click |see )?here|(?:see )?(?:this |the )?(?:link|source|page|web ?site|url|web|online)|read more|more)$/iu;
const sourceWords = /^(?:this |the )?(?:source|link|url)$/iu;

const isVagueLink = (brief: Brief, citation: Citation): boolean => citation.style === 'link' && /^https?:/iu.test(citation.works[0]?.key ?? '') && vagueWords.test(wordsOfLink(brief, citation));

const isInBrackets = (brief: Brief, { span }: Citation): boolean => /\([ \t]*(?:see\s|source:?\s)?\[?$/iu.test(brief.text.slice(Math.max(0, span.start - 12), span.start));

const toFinding = (brief: Brief, citation: Citation, level: string): RuleFinding => {
  const address = citation.works[0]?.key ?? '';
  const words = /^\[([^\]]*)\]/u.exec(sliceOf(brief.text, citation.span))?.[1];
  return {
    span: citation.span,
    level,
    message: level === 'address' ? `The only source is an address: ${shorten(address, 60)}` : `The only source is a link on "${words ?? ''}"`,
    fixes: [isInLink(brief, citation) ? renameFix(citation) : nameFix(citation, address, words)],
  };
};

/** "[https://…](https://…)": the address is the words of its own link. */
const isInLink = (brief: Brief, { span }: Citation): boolean => brief.text[span.start - 1] === '[' && brief.text.startsWith('](', span.end);

const renameFix = ({ span }: Citation): Fix => ({ title: 'Put the link on the name of the source, to be filled in', safe: false, edits: [{ span, newText: missingPart('body, year') }] });

const nameFix = ({ span }: Citation, address: string, words: string | undefined): Fix => {
  const name = missingPart('body, year');
  if (words !== undefined) {
    return { title: 'Put the link on the name of the source, to be filled in', safe: false, edits: [{ span: spanOf(span.start, span.start + words.length + 2), newText: `[${name}]` }] };
  }
  const target = /^www\./iu.test(address) ? `https://${address}` : address;
  return { title: 'Put the address behind the name of the source, to be filled in', safe: false, edits: [{ span, newText: `[${name}](${target.replace(/[()]/gu, (mark) => (mark === '(' ? '%28' : '%29'))})` }] };
};
