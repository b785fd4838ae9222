/** In what language a brief is written, among those whose headings are known: as its front matter says, else by its commonest words. */
import type { Brief } from '../model/brief';
import { rememberByBrief } from '../model/remember-by-brief';
import { languages, type Language } from '../profiles/foreign-titles';

export const languageOf = rememberByBrief((brief: Brief): Language => {
  const named = brief.metadata.language?.trim().toLowerCase().split(/[-_]/)[0];
  if (named !== undefined && named !== '') return languages.find((language) => language === named || namesOfLanguages[language].includes(named)) ?? 'en';
  const headings = brief.sections.flatMap(({ heading }) => heading?.text ?? []);
  const paragraphs = brief.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
  return languageOfWords([...headings, ...paragraphs].join('\n').slice(0, 20_000));
});

const namesOfLanguages: Readonly<Record<Language, readonly string[]>> = { en: ['eng', 'english'], fr: ['fra', 'fre', 'french', 'français'], es: ['spa', 'spanish', 'español'], ur: ['urd', 'urdu', 'اردو'] };

const commonWords: Readonly<Record<Exclude<Language, 'ur'>, ReadonlySet<string>>> = {
  en: new Set(['the', 'of', 'and', 'to', 'in', 'is', 'are', 'for', 'that', 'with', 'by', 'was', 'it', 'this']),
  fr: new Set(['le', 'la', 'les', 'des', 'du', 'et', 'est', 'dans', 'pour', 'une', 'un', 'au', 'aux', 'sur', 'qui', 'sont', 'par', 'ce']),
  es: new Set(['el', 'la', 'los', 'las', 'del', 'y', 'es', 'en', 'para', 'una', 'un', 'con', 'que', 'por', 'son', 'se', 'al', 'su']),
};

/** Urdu has letters that Arabic and Persian lack; the others share letters and differ in their small words. English where nothing speaks for another. */
const languageOfWords = (text: string): Language => {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.filter((word) => /\p{Script=Arabic}/u.test(word)).length * 2 > words.length && /[ٹڈڑںےہھ]/u.test(text)) return 'ur';
  const counts = (['en', 'fr', 'es'] as const).map((language) => ({ language, count: words.filter((word) => commonWords[language].has(word)).length }));
  const [first, second] = counts.sort((a, b) => b.count - a.count);
  return first !== undefined && first.count > (second?.count ?? 0) ? first.language : 'en';
};
