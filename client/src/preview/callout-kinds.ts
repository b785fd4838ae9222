/** How a callout looks and what it is called, from the word that names its kind: those of GitHub, Obsidian and Quarto, and names of sections. */

export type CalloutTone = 'note' | 'tip' | 'important' | 'warning' | 'caution';

const tones: Readonly<Record<CalloutTone, readonly string[]>> = {
  note: ['note', 'info', 'todo', 'quote', 'cite', 'example', 'question', 'help', 'faq'],
  tip: ['tip', 'hint', 'success', 'check', 'done'],
  important: ['important', 'abstract', 'summary', 'tldr'],
  warning: ['warning', 'attention'],
  caution: ['caution', 'danger', 'error', 'failure', 'fail', 'missing', 'bug'],
};

const toneByWord: ReadonlyMap<string, CalloutTone> = new Map((Object.keys(tones) as CalloutTone[]).flatMap((tone) => tones[tone].map((word) => [word, tone] as const))); // The keys of a record are its keys.

/** undefined: the word is of no kind that is known. */
export const findTone = (word: string): CalloutTone | undefined => toneByWord.get(kindOf(word));

/** "Key takeaways" of "key-takeaways", "Note" of "callout-note". */
export const defaultTitle = (word: string): string => {
  const words = kindOf(word).replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const kindOf = (word: string): string => word.toLowerCase().replace(/^callout-/, '');
