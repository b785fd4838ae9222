/** A body that briefs cite, with the names and initials that it goes by. */
export interface Institution {
  /** The full name first, then other names in common use, former ones too. */
  readonly names: readonly string[];
  readonly acronyms: readonly string[];
}

export const body = (acronyms: string, ...names: readonly string[]): Institution => ({ names, acronyms: acronyms === '' ? [] : acronyms.split(' ') });
