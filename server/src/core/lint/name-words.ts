const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words with a capital that name a time, or whom they belong to, and no body, law or place of their own. */
export const calendarWords: ReadonlySet<string> = setOf(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn winter fiscal year fy quarter q1 q2 q3 q4 i english french spanish arabic urdu',
);

/** Words that many names share: that the body has one of them says nothing of the name. */
export const genericNameWords: ReadonlySet<string> = setOf(
  'act action administration advisory affairs africa african agency agenda agreement agriculture alliance american and annual asia asian assembly association authority bank bill board ' +
    'budget bureau cabinet capital center central centre charter chief city climate coalition code college commerce commission committee community compact conference congress ' +
    'constitution convention corporation council country county court data declaration defence defense department development digital directive directorate district division ' +
    'east eastern economic economy education employment energy environment environmental europe european executive facility federal federation finance financial first foreign forum ' +
    'foundation framework fund general global government governor green group growth guidance health high house housing human impact independent index industrial industry ' +
    'information infrastructure initiative innovation institute institution interior international internal investment joint justice key labor labour land law local ministry minister monetary ' +
    'national nation network new north northern office operation order ordinance organisation organization package panel parliament partnership party plan planning policy ' +
    'political pool population president prime principal private product program programme project protection protocol provincial public record reform region regional register registry ' +
    'regulation regulatory report republic research reserve resource resources review risk rule rules school science secretariat secretary sector security senate service services social society ' +
    'south southern special standard standards state statistics strategic strategy summit supreme survey sustainable system task tax technical technology third trade transition transport treasury ' +
    'treaty tribunal trust union united university urban venture water west western workers working world youth ai',
);

/** Words that open a sentence before a name without being part of it. */
export const openingWords: ReadonlySet<string> = setOf(
  'a about according across after against all almost although among an and another any as at based because before beyond both but by compared consider create current despite due during each ' +
    'eight either establish even every few five for four from given have having how however if in instead introduce its just key launch less like many more most much nearly neither ' +
    'nine no none nor not of on once one only or other our out over per recent require several seven since six so some such ten that the their there these they this those three through thus ' +
    'to today together two under unlike until upon use using we what when where whether which while who why with within without yet create give make expand extend fund help let move set support',
);
