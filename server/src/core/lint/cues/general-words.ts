import { lemmaOf } from '../../model/figures/lemmas';

/**
 * Words that stand in recommendations on whatever subject: what is done (set up, publish, ensure), by what kind of thing (a policy, a programme), by whom.
 * That they occur in the analysis too does not show that it carries the recommendation. What names a subject of its own (to tax, to train, to license) is not here.
 */
const generalWords = `
  abandon abolish accelerate achieve act adapt address adjust adopt advance agree align allocate allow amend analyse analyze appoint apply approve assess assign assist avoid base begin better boost bring broaden build
  call carry change clarify clear close collaborate collect combine commission commit complete conduct consider consult continue convene convert cooperate coordinate create deepen define delegate deliver deploy design
  designate develop direct discontinue draft earmark embed empower enable enact encourage end endorse enforce engage enhance enlarge ensure equip establish evaluate exist explore extend facilitate finalise finalize finance fix
  focus follow form formulate foster freeze fund guide harmonise harmonize help hold identify implement impose improve include incorporate inform initiate institute instruct integrate introduce invest invite involve issue join keep
  launch legislate let leverage limit link maintain make manage mandate mobilise mobilize modernise modernize monitor move need note offer open organise organize oversee partner pass permit phase pilot plan prepare present
  prioritise prioritize promote propose protect pursue put recognise recognize recommend redesign refer reform regulate remove renew replace request require resource respond restore restrict restructure retain review revise revisit
  roll run scale secure seek select serve set share shift simplify speed stand standardise standardize start stop streamline strengthen support suspend sustain tackle target task test tighten track transform turn undertake
  update upgrade urge want widen withdraw work publish disclose
  action activity agenda aim approach area arrangement aspect authority basis body budget capacity case challenge clause committee council country course data date deadline decision demand department detail effort entity evidence
  exercise existing framework full future general goal government group guideline guidance impact implementation important information initiative innovation institution instrument international issue item joint key kind law leader
  legal legislation list local main management mandatory matter means measure mechanism meeting method minimum minister ministry model national necessary need office official option order organisation organization outcome part
  party people person place policy possible practice priority problem procedure process product programme program progress project proposal province provincial public purpose quality question range reason recommendation regional
  regular regulation relevant report resource responsibility responsible result review role rule scheme scope section sector service set short side simple single special specific staff stage stakeholder standard state step
  strategic strategy strong structure subject support system task team term time tool type unit use way whole wide work working additional annual available clear common comprehensive current dedicated different early easy
  effective efficient federal formal good great high independent inclusive large late long low major medium modern national open own permanent proper public quick rapid rapidly real robust small strict strictly sufficient sustainable
  fewer first whole name same sum half less other
  targeted timely transparent urgent various whole within community authority citizen cost funding money account accountable accountability transparency
`;

const lemmas: ReadonlySet<string> = new Set(generalWords.split(/\s+/).filter((word) => word !== '').map(lemmaOf));

/** Of a lemma, or of a word in lower case. */
export const isGeneralWord = (word: string): boolean => lemmas.has(word) || lemmas.has(lemmaOf(word));
