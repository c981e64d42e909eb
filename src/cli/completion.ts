import type { Command, Option } from 'commander';
import { failure } from './failure.ts';
import type { World } from './world.ts';

/** One word that may be completed, and what follows it. */
interface Node {
  readonly path: readonly string[];
  readonly about: string;
  readonly options: readonly Option[];
  readonly commands: readonly Command[];
}

const SHELLS = { bash, zsh, fish };

/** `chat completion`: a script that is made from the commands and options themselves. */
export async function completion(world: World, program: Command, shell: string): Promise<number> {
  if (!(shell in SHELLS)) {
    throw failure('unknown-shell', 'Unknown shell', `There is no completion for \`${shell}\`. Name bash, zsh or fish.`);
  }
  world.stdout.write(SHELLS[shell as keyof typeof SHELLS](nodesOf(program, [])));
  return 0;
}

function nodesOf(command: Command, path: readonly string[]): readonly Node[] {
  const node: Node = {
    path,
    about: command.description(),
    options: command.options.filter((option) => !option.hidden),
    commands: command.commands,
  };
  return [node, ...command.commands.flatMap((each) => nodesOf(each, [...path, each.name()]))];
}

function wordsOf({ commands, options }: Node): readonly string[] {
  return [...commands.map((each) => each.name()), ...options.map((option) => option.long ?? ''), '--help'];
}

/** Choices of options, by option: the same name always has the same ones, but for `--format`. */
function choicesOf(node: Node): readonly (readonly [string, readonly string[]])[] {
  return node.options.flatMap((option) =>
    option.argChoices === undefined ? [] : [[option.long ?? '', option.argChoices] as const],
  );
}

/** Options whose value is a file, by what the value is called. */
function takesFile(option: Option): boolean {
  return /<(file|folder)>/.test(option.flags);
}

function bash(nodes: readonly Node[]): string {
  const cases = nodes.flatMap((node) => {
    const at = node.path.join(' ');
    return [
      ...choicesOf(node).map(([name, choices]) => `    "${at}|${name}") words="${choices.join(' ')}" ;;`),
      ...node.options.filter(takesFile).map((option) => `    "${at}|${option.long}") compopt -o default; return ;;`),
    ];
  });
  const rows = nodes.map((node) => `      "${node.path.join(' ')}") words="${wordsOf(node).join(' ')}" ;;`);
  const known = nodes.filter((node) => node.path.length > 0).map((node) => `"${node.path.join(' ')}"`);
  return `# bash completion of chat. Load it with: source <(chat completion bash)
_chat() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" at="" each words=""
  for each in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "\${at:+$at }$each" in
      ${known.join('|')}) at="\${at:+$at }$each" ;;
    esac
  done
  case "$at|$before" in
${cases.join('\n')}
  esac
  if [ -z "$words" ]; then
    case "$at" in
${rows.join('\n')}
    esac
    case "$word" in -*) ;; *) compopt -o default ;; esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -F _chat chat
`;
}

function zsh(nodes: readonly Node[]): string {
  const [root, ...rest] = nodes;
  const functions = rest
    .filter((node) => node.path.length === 1)
    .map((node) => {
      const below = rest.filter((each) => each.path.length === 2 && each.path[0] === node.path[0]);
      const options = [node, ...below].flatMap((each) => each.options);
      const unique = [...new Map(options.map((option) => [option.long, option])).values()];
      const subcommands = below.length === 0 ? [] : [`'1: :(${below.map((each) => each.path[1]).join(' ')})'`];
      return `    ${node.path[0]}) _arguments ${[...unique.map(zshOption), ...subcommands, "'*:file:_files'"].join(' ')} ;;`;
    });
  const commands = (root?.commands ?? []).map((each) => `    '${each.name()}:${quoted(each.description())}'`);
  return `#compdef chat
# zsh completion of chat. Load it with: source <(chat completion zsh)
_chat() {
  local -a commands
  commands=(
${commands.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local name="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$name" in
${functions.join('\n')}
  esac
}
compdef _chat chat
`;
}

function zshOption(option: Option): string {
  const about = `[${quoted(option.description).replaceAll(/[[\]]/g, '\\$&')}]`;
  if (!option.required && !option.optional) return `'${option.long}${about}'`;
  const value =
    option.argChoices === undefined ? (takesFile(option) ? '_files' : ' ') : `(${option.argChoices.join(' ')})`;
  return `'${option.long}${about}:value:${value}'`;
}

function fish(nodes: readonly Node[]): string {
  const lines = nodes.flatMap((node) => {
    const [first, second] = node.path;
    const others = nodes.filter((each) => each.path.length === 1).map((each) => each.path[0]);
    const when =
      first === undefined
        ? '__fish_use_subcommand'
        : `__fish_seen_subcommand_from ${first}${second === undefined ? '' : `; and __fish_seen_subcommand_from ${second}`}`;
    const commands = node.commands.map(
      (each) =>
        `complete -c chat -n '${first === undefined ? when : `${when}; and not __fish_seen_subcommand_from ${others.filter((name) => name !== first).join(' ')}`}' -a ${each.name()} -d '${quoted(each.description())}'`,
    );
    const options = node.options.map((option) => {
      const value = option.required || option.optional ? ' -r' : '';
      const choices =
        option.argChoices === undefined
          ? takesFile(option) || value === ''
            ? ''
            : ' -f'
          : ` -f -a '${option.argChoices.join(' ')}'`;
      return `complete -c chat -n '${when}' -l ${option.long?.slice(2)}${value}${choices} -d '${quoted(option.description)}'`;
    });
    return [...commands, ...options];
  });
  return `# fish completion of chat. Load it with: chat completion fish | source\n${lines.join('\n')}\n`;
}

/** Inside single quotes of a shell. */
function quoted(text: string): string {
  return text.replaceAll("'", "'\\''").replaceAll(':', '\\:');
}
