/** A new brief of a profile: front matter and the sections that the profile asks for, in its order, with blanks to fill in. */
import { withThousands } from '../text/number-form';
import type { Profile } from './profile';
import type { SectionKey } from './section-keys';
import { textOfSection, titleIn } from './section-texts';

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

/** What cites works lists them too, whether the profile asks for it or not; before the list stands what the brief has to say of itself. */
const sectionsOf = (profile: Profile): readonly string[] => {
  const { required, elements } = profile;
  const keys = required.map(([key = 'summary']) => key);
  if (!required.flat().includes('references') && keys.some((key) => sectionOf(key, profile).includes('(Source, Year)'))) keys.push('references');
  const list = keys.lastIndexOf('references');
  if (elements.disclosures.length > 0 && !required.flat().includes('disclosure')) keys.splice(list < 0 ? keys.length : list, 0, 'disclosure');
  return keys.map((key) => sectionOf(key, profile));
};

const sectionOf = (key: SectionKey, profile: Profile): string => `## ${titleIn(profile, key)}\n\n${textOfSection([key])}`;

/** A comment that no reader sees. */
const guidanceOf = (profile: Profile): string => {
  const { name, words, optional } = profile;
  const length = words === null ? '' : `, ${withThousands(words.low)} to ${withThousands(words.high)} words`;
  const more = optional.length === 0 ? '' : ` It may also have: ${optional.map((key) => titleIn(profile, key)).join('; ')}.`;
  const guidance = `${name}${length}.${more} In VS Code, type "pb-" for ready-made parts.`;
  return `<!-- ${guidance.replaceAll('--', '–')} -->`;
};
