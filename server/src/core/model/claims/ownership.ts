import type { Sentence } from '../brief';
import { type SentenceContext, wordsOf } from './sentence-context';
import { squeeze } from './voice';

/** By what a sentence shows that it tells of its author's own work or view. */
export type OwnershipReason = 'first person' | 'the document itself' | 'own name' | 'own result';

/** Whose a sentence is; null where it is somebody else's, or nobody says. */
export function findOwnership(context: SentenceContext, sentence: Sentence): OwnershipReason | null {
  const { voice } = context;
  const wording = voice.wordings[sentence.index];
  const counts = wordsOf(context, sentence).cues;
  if (wording?.subjectKind === 'first-person' || counts['our'] !== undefined) return 'first person';
  if (counts['this work'] !== undefined) return 'the document itself';
  if (wording !== undefined && isOwnName(context, wording.subject)) return 'own name';
  // Tables, models and respondents may be anybody's: in a text that hardly ever says "we" they prove nothing.
  if (counts['result'] !== undefined && voice.firstPerson >= 0.1) return 'own result';
  return null;
}

function isOwnName({ voice }: SentenceContext, subject: string): boolean {
  const name = squeeze(subject.replace(/[’']s(?:\s.*)?$/u, ''));
  return name !== '' && voice.ownNames.has(name);
}
