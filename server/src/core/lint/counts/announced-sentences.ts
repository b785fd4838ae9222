import { readSentences, someOf } from '../../model/sentence-memory';
import { findAnnouncements } from './announcement';

/** The sentences that say how many of something there are. */
export const announcedSentences = readSentences(({ text }) => someOf(findAnnouncements(text)));
