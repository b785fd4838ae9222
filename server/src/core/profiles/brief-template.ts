/** A new brief of a profile: front matter and the sections that the profile asks for, in its order, with blanks to fill in. */
import type { Profile } from './profile';
import type { SectionKey } from './section-keys';
import { textOfSection, titleOfKey } from './section-texts';

/** News is not made of sections, so there is nothing to begin it with. */
export const hasTemplate = ({ required }: Profile): boolean => required.length > 0;

export interface TemplateFacts {
  /** Left out: a blank. */
  readonly title?: string;
  readonly author?: string;
  /** YYYY-MM-DD */
  readonly date: string;
}

export const buildTemplate = (profile: Profile, { title = '[Insert title]', author = '[Insert name and institution]', date }: TemplateFacts): string => {
  const frontMatter = ['---', `title: ${JSON.stringify(title)}`, `author: ${JSON.stringify(author)}`, `date: ${date}`, 'brieflint:', `  profile: ${profile.id}`, '  status: draft', '---'].join('\n');
  return `${[frontMatter, guidanceOf(profile), ...sectionsOf(profile)].join('\n\n')}\n`;
};

/** What cites works lists them too, whether the profile asks for it or not. */
const sectionsOf = ({ required }: Profile): readonly string[] => {
  const sections = required.map(([key = 'summary']) => sectionOf(key));
  const needsList = !required.flat().includes('references') && sections.some((section) => section.includes('(Source, Year)'));
  return needsList ? [...sections, sectionOf('references')] : sections;
};

const sectionOf = (key: SectionKey): string => `## ${titleOfKey(key)}\n\n${textOfSection([key])}`;

/** A comment that no reader sees. */
const guidanceOf = ({ name, words, optional }: Profile): string => {
  const length = words === null ? '' : `, ${grouped(words.low)} to ${grouped(words.high)} words`;
  const more = optional.length === 0 ? '' : ` It may also have: ${optional.map(titleOfKey).join('; ')}.`;
  return `<!-- ${name}${length}.${more} In VS Code, type "pb-" for ready-made parts. -->`;
};

/** 2200 is "2,200". */
const grouped = (count: number): string => String(count).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',');
