import { sectionKeysOf } from '../profiles/vocabulary';
import type { SectionKey } from '../profiles/section-keys';

/** Does a bold label or heading text name one of these sections? */
export const namesKey = (text: string, isWanted: (key: SectionKey) => boolean): boolean => sectionKeysOf(text.replace(/[.:]\s*$/, '')).some(isWanted);
