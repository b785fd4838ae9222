import type { Brief } from '../model/brief';
import { frontMatterReferences } from './front-matter-references';
import { listedReferences } from './listed-references';
import type { Reference } from './reference';

/** Works that the brief itself describes: under `references:` in its front matter, and in its own list. */
export const ownReferences = (brief: Brief): readonly Reference[] => [...frontMatterReferences(brief).references, ...listedReferences(brief)];
