export const reportingVerbs =
  'acknowledges?|acknowledged|advises?|advised|agrees?|agreed|argues?|argued|asserts?|asserted|assumes?|believes?|believed|cautions?|cautioned|claims?|claimed|concludes?|concluded|confirms?|confirmed|considers?|contends?|contended|' +
  'declared?|declares|demonstrates?|demonstrated|describes?|described|documents?|documented|estimates?|estimated|expects?|expected|explains?|explained|finds?|found|forecasts?|fears?|holds?|indicates?|indicated|insists?|insisted|maintains?|maintained|notes?|noted|observes?|observed|' +
  'points? out|pointed out|predicts?|predicted|projects?|projected|proves?|records?|recorded|reports?|reported|reveals?|revealed|says?|said|shows?|showed|shown|states?|stated|stresses|stressed|suggests?|suggested|tells?|told|thinks?|thought|warns?|warned|worry|writes?|wrote';

/** People and works without a name. */
const nobody =
  'academics|advocates|analysts|campaigners|commentators|critics|economists|experts|insiders|lawyers|observers|officials|opponents|policymakers|practitioners|proponents|researchers|scholars|scientists|sceptics|skeptics|specialists|stakeholders|supporters|' +
  'studies|surveys|papers|reports|articles|polls|assessments|evaluations|analyses';
const howMany = 'many|most|some|several|various|numerous|countless|a number of|recent|certain|other|leading|senior|independent|international|local|government|industry|legal|health|policy|education|climate|security|trade|academic|empirical|scientific|unnamed|anonymous';

/** "Experts say", "many studies show", "officials have warned": a subject without article or name, and a verb of saying. */
export const vagueSubjectPattern = new RegExp(
  String.raw`(?<=^|[.;:,—–(]\s?|\b(?:and|but|while|although|though|as|because|since|that|where|however,|indeed,)\s)(?:(?:${howMany})\s+){0,3}(?:${nobody})\s+(?:(?:have|has|also|often|now|already|generally|commonly|increasingly|widely|consistently|repeatedly|long|frequently|broadly|further)\s+){0,2}(?:${reportingVerbs})(?![\w-])(?!\s+by\b)`,
  'giu',
);

/** "Research shows", "some argue", "one study found", "it is widely believed", "according to experts". */
export const vaguePhrasePattern = new RegExp(
  [
    String.raw`(?<=^|[.;:,—–(]\s?|\b(?:and|but|while|although|as|because|since|that)\s)(?:recent\s+|much\s+|some\s+|new\s+|extensive\s+|existing\s+|academic\s+|a growing body of\s+|a large body of\s+)*research\s+(?:has\s+|also\s+|consistently\s+|clearly\s+|repeatedly\s+|long\s+)*(?:shows|shown|suggests|suggested|indicates|indicated|finds|found|demonstrates|demonstrated|proves|proven|confirms|confirmed)\b`,
    String.raw`(?<=^|[.;:,—–(]\s?|\b(?:and|but|while|although|as)\s)(?<!\bjust as )(?:some|many|others|most people|few)\s+(?:have\s+|would\s+|might\s+|may\s+|also\s+|still\s+)?(?:argue|argued|believe|say|said|claim|claimed|suggest|suggested|contend|fear|think|hold|maintain|worry)(?![\w-])(?!\s+(?:by|of)\b)`,
    String.raw`\b(?:one|a|another)\s+(?:recent\s+|new\s+|major\s+|leading\s+|prominent\s+|senior\s+|government\s+)*(?:study|survey|report|poll|expert|official|observer|analyst)\s+(?:has\s+)?(?:${reportingVerbs})\b`,
    String.raw`\bit\s+(?:is|has been|was)\s+(?:widely|generally|commonly|often|sometimes|frequently|universally|well|long|broadly)\s+(?:accepted|acknowledged|agreed|argued|assumed|believed|claimed|considered|documented|established|held|known|recogni[sz]ed|reported|said|suggested|thought|understood)\b`,
    String.raw`\bit\s+(?:is|has been)\s+(?:argued|believed|claimed|said|alleged|rumou?red)\s+that\b`,
    String.raw`\baccording\s+to\s+(?:(?:${howMany})\s+){0,3}(?:${nobody}|sources|some|many)\b(?!\s+(?:at|from|of|in|by|published|commissioned|compiled|released)\b)`,
    String.raw`\b(?:sources|insiders)\s+(?:say|said|told|claim|claimed|caution|cautioned|note|noted)\b`,
  ].join('|'),
  'giu',
);

/** Nouns that make a capitalised name a data set or publication: "the 2021 Census", "Labour Force Survey". */
export const sourceNouns = 'Accounts|Assessment|Atlas|Barometer|Bulletin|Census|Database|Dashboard|Digest|Index|Indicators|Inquiry|Outlook|Profile|Report|Review|Statistics|Study|Survey|Tracker|Yearbook';
