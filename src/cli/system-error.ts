/**
 * What the operating system refused, in words: which file, why, and what to do.
 */

const reasons: Record<string, string> = {
  ENOENT: 'it, or the folder it would stand in, does not exist: check the path',
  ENOTDIR: 'a part of its path is no folder: check the path',
  EISDIR: 'it is a folder: name a file',
  EACCES: 'you have no leave to: check its permissions',
  EPERM: 'you have no leave to: check its permissions',
  EROFS: 'the file system is read-only: choose another place',
  ENOSPC: 'the disk is full: make room and run it again',
  EMFILE: 'too many files are open: close some programs and run it again',
  ENAMETOOLONG: 'the name is too long: choose a shorter one',
};

/** Undefined where the error is not of the operating system on a file. */
export function systemErrorText(error: unknown): string | undefined {
  const { code, path, dest, syscall } = error as NodeJS.ErrnoException & { dest?: string };
  if (code === undefined || syscall === undefined || path === undefined) return undefined;
  const verb = syscall === 'read' || syscall === 'scandir' ? 'read' : 'open';
  return `can not ${dest === undefined ? verb : 'write'} ${dest ?? path}: ${reasons[code] ?? code}`;
}
