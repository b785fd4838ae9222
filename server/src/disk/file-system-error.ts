/** Of the world, not ours: no such file, no right to read it, a link that leads in a circle. */
export const isFileSystemError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error && 'syscall' in error;
