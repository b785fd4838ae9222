/** What the caller did wrong, in words for them. The command ends with status 2 and without a stack trace. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
