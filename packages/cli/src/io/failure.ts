/** Why a file could not be read or written, in words. The system's own message would name calls and codes. */

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  ENOTDIR: "a part of its path is not a folder",
  EISDIR: "it is a folder, not a file",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
  ELOOP: "its links lead in a circle",
  ENAMETOOLONG: "its name is too long",
  EEXIST: "it exists already",
  EBUSY: "another program is using it",
  EIO: "the disk reported an error",
};

/** A file that could not be read or written: a message for the user, never a mistake of ours. */
export class FileFailure extends Error {
  readonly path: string;
  readonly reason: string;

  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
    this.path = path;
    this.reason = reason;
  }
}

/** The error code of a system call, or null for any other thrown value. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}

/** A thrown system error as a `FileFailure`; anything else is rethrown, for it is a mistake of ours. */
export function failureOf(path: string, error: unknown): FileFailure {
  if (error instanceof FileFailure) return error;
  const code = codeOf(error);
  if (code === null || (error instanceof Error && !("syscall" in error))) throw error;
  return new FileFailure(path, reasons[code] ?? `the system reported ${code}`);
}
