/**
 * Names of one and the same body: "MoITT", "Ministry of IT and Telecommunication", "Ministry of Information Technology and Telecommunication".
 * Built once a brief from definitions in its text, its reference list, front matter, settings and the shipped table.
 */
export interface AliasClasses {
  /** The class of a name as written (leading "the" and case do not matter); the name's own normal form where no class knows it. */
  readonly classOf: (name: string) => string;
  /** All names of a class, the full one first; empty for unknown classes. */
  readonly namesOf: (classId: string) => readonly string[];
  /** Expansions known for an acronym, from the text first, then the shipped table; more than one means ambiguous. */
  readonly expansionsOf: (acronym: string) => readonly string[];
}
