/** A workspace that is a git repository. */
import { execFileSync } from 'node:child_process';
import { aWorkspace, type Workspace } from './workspace.ts';

export interface Repository extends Workspace {
  git(...args: readonly string[]): string;
  /** Writes files and commits all of them; returns the commit. */
  commit(files: Readonly<Record<string, string>>): string;
}

export function aRepositoryIn(files: Readonly<Record<string, string>>): Repository {
  const space = aWorkspace({ '.gitignore': '.chat/\n' });
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: space.path,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  git('init', '-q', '-b', 'main');
  const commit = (more: Readonly<Record<string, string>>) => {
    space.write(more);
    git('add', '-A');
    git('commit', '-q', '-m', 'change', '--allow-empty');
    return git('rev-parse', 'HEAD');
  };
  commit(files);
  return { ...space, git, commit };
}
