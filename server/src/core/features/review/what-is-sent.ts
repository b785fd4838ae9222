/** What a language model gets of a brief, in words: the dialog and the guide say the same, and both say what the prompt holds. */
export const sentToReader: readonly string[] = [
  'sentences of the text, with the sentences and source lines right around them; a link with its words and the name of its site, a note with its mark alone',
  'the title, the author and the headings of the brief',
  'the names of your own institution from the settings',
  'of works that the brief cites: the first author (or the title, where none is named), the year and the citation key',
];

export const keptFromReader: readonly string[] = ['comments, also those between `%%`', 'the words of notes', 'addresses behind links', 'tables', 'the reference list itself', 'other files'];
