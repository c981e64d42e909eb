/**
 * What action.yml runs: one command of chat, its result as job summary, step outputs and one comment in the pull request. It
 * reads its inputs from CHAT_* and the runner's own GITHUB_* variables, and needs nothing but Node.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepComment } from './sticky-comment.mjs';

const CHAT = process.env.CHAT_PROGRAM ?? fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const COMMANDS = ['validate', 'plan', 'apply', 'drift'];
const CHANGES = 2;
/** A comment may have 65,536 characters, of which its marker takes some, and a job summary a MiB. */
const MOST_IN_COMMENT = 65_200;
const MOST_IN_SUMMARY = 250_000;
const MOST_OF_LOG = 20_000;

async function main(env) {
  const command = env.CHAT_COMMAND ?? '';
  if (!COMMANDS.includes(command)) {
    process.stdout.write(`::error::Unknown command "${command}": write ${COMMANDS.join(', ')}.\n`);
    return 1;
  }
  const event = eventOf(env);
  const usesMark = command !== 'validate' && baseIn(env, command, event) === 'applied';
  if (usesMark) git('fetch', '--quiet', 'origin', '+refs/chat/*:refs/chat/*');
  const ran = RUN[command](env, event);
  if (usesMark && command === 'apply' && !git('push', '--quiet', 'origin', 'refs/chat/*:refs/chat/*')) {
    process.stdout.write(
      '::warning::The mark of what was applied could not be pushed: give the job `contents: write`.\n',
    );
  }
  summarise(env, withLog(ran, MOST_IN_SUMMARY));
  output(env, { 'exit-code': ran.code, ...ran.outputs });
  const number = event.pull_request?.number;
  if (command === 'plan' && env.CHAT_COMMENT === 'true' && number !== undefined) {
    await comment(env, number, withLog(ran, MOST_IN_COMMENT));
  }
  return ran.code === CHANGES ? 0 : ran.code;
}

const RUN = {
  validate(env) {
    const { code, stdout, stderr } = chat(env, ['validate', '--strict', '--format', 'github']);
    process.stdout.write(stdout);
    const problems = stdout.split('\n').filter((line) => line.startsWith('::')).length;
    const verdict = code === 0 ? 'The configuration is valid.' : 'The configuration is not valid.';
    const report = `### chat validate\n\n${verdict} ${problems} annotation${problems === 1 ? '' : 's'}.\n`;
    return { code, report, log: stderr, outputs: { changes: false } };
  },

  plan(env, event) {
    const file = join(mkdtempSync(join(env.RUNNER_TEMP ?? '.', 'chat-')), 'plan.json');
    const base = baseOf(baseIn(env, 'plan', event));
    const { code, stderr } = chat(env, ['plan', '--detailed-exitcode', '--out', file, ...base, ...policyOf(env)]);
    const plan = planIn(file);
    if (plan === undefined) return failed('plan', code, stderr);
    return { code, report: shown(env, file), log: stderr, outputs: { ...countsOf(plan), 'plan-file': file } };
  },

  apply(env) {
    const saved = env.CHAT_PLAN_FILE;
    const words = saved ? [saved] : [...baseOf(baseIn(env, 'apply')), ...policyOf(env)];
    const { code, stdout, stderr } = chat(env, ['apply', ...words, '--auto-approve', '--format', 'json']);
    const result = parsed(stdout);
    if (result === undefined) return failed('apply', code, stderr);
    const report = `### chat apply\n\n> ${result.report?.verdict ?? result.plan.verdict}\n`;
    return { code, report, log: [...unfinished(result.report), stderr].join('\n'), outputs: countsOf(result.plan) };
  },

  drift(env) {
    const notify = env.CHAT_NOTIFY ? ['--notify', env.CHAT_NOTIFY] : [];
    const base = baseOf(baseIn(env, 'drift'));
    const { code, stdout, stderr } = chat(env, ['drift', '--format', 'markdown', ...base, ...notify]);
    if (code !== 0 && code !== CHANGES) return failed('drift', code, stderr);
    return { code, report: stdout, log: stderr, outputs: { changes: code === CHANGES } };
  },
};

function chat(env, words) {
  const common = [
    ...(env.CHAT_CONFIG ? ['--config', env.CHAT_CONFIG] : []),
    ...(env.CHAT_ENV ? ['--env', env.CHAT_ENV] : []),
    ...(env.CHAT_ARGS ?? '').split(/\s+/).filter((word) => word !== ''),
  ];
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [CHAT, ...words, ...common], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    // The program gets the configuration's variables, and not the right to comment.
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'CHAT_TOKEN')),
  });
  if (error !== undefined) throw error;
  process.stderr.write(harmless(stderr));
  return { code: status ?? 1, stdout, stderr };
}

/** The runner takes lines for commands that begin so: text of users must not give any. */
function harmless(text) {
  return text.replaceAll(/^(\s*):(?=:)/gm, '$1: ').replaceAll('##[', '# #[');
}

/** A plan for a pull request compares with the branch that it goes to, everything else with what was applied last. */
function baseIn(env, command, event) {
  const target = command === 'plan' ? event?.pull_request?.base.ref : undefined;
  return env.CHAT_BASE || (target === undefined ? 'applied' : `origin/${target}`);
}

function git(...args) {
  return spawnSync('git', args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}

function baseOf(base) {
  return base === 'none' ? [] : ['--base', base];
}

function policyOf(env) {
  return [
    ...(env.CHAT_ALLOW_DELETE === 'true' ? ['--allow-delete'] : []),
    ...(env.CHAT_FAIL_ON ? ['--fail-on', env.CHAT_FAIL_ON] : []),
  ];
}

function eventOf(env) {
  return (env.GITHUB_EVENT_PATH && parsed(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'))) || {};
}

function planIn(file) {
  try {
    return parsed(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function shown(env, file) {
  const { stdout } = spawnSync(process.execPath, [CHAT, 'show', file, '--format', 'markdown'], {
    encoding: 'utf8',
    env: { PATH: env.PATH ?? '' },
  });
  return stdout;
}

function countsOf({ summary, would_write }) {
  return {
    changes: would_write,
    create: summary.create,
    update: summary.update,
    delete: summary.delete + summary.replace,
    'held-back': summary.held_back,
  };
}

function failed(command, code, stderr) {
  return {
    code,
    report: `### chat ${command}\n\nIt failed with exit code ${code}.\n`,
    log: stderr,
    outputs: { changes: false },
  };
}

/** What apply did not get done, a line each. */
function unfinished(report) {
  const open = (report?.results ?? []).filter(({ status }) => status !== 'done');
  const lines = open.map(({ address, status, message, because, code }) => {
    const text = `${address}: ${status.replace('_', ' ')}: ${message ?? because}${code ? ` [${code}]` : ''}`;
    return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
  });
  return [...lines, ...(report?.not_converged ?? []).map((address) => `${address}: not converged`)];
}

/** The report, and below it what the program printed, as far as there is room. */
function withLog({ report, log }, most) {
  const text = log.trim();
  const room = Math.min(MOST_OF_LOG, most - report.length) - 40;
  if (text === '' || room < 0) return report;
  const kept = text.length > room ? `${text.slice(0, room)}\n…` : text;
  // The fence is longer than any in it.
  const fence = '`'.repeat(Math.max(3, ...(kept.match(/`{3,}/g) ?? []).map((each) => each.length + 1)));
  return `${report}\n${fence}text\n${kept}\n${fence}\n`;
}

function summarise(env, report) {
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, `${report}\n`);
}

function output(env, values) {
  if (!env.GITHUB_OUTPUT) return;
  const lines = Object.entries(values).map(([name, value]) => `${name}=${String(value).replaceAll('\n', ' ')}\n`);
  appendFileSync(env.GITHUB_OUTPUT, lines.join(''));
}

async function comment(env, number, report) {
  const key = [env.CHAT_CONFIG || 'chat.config.yaml', env.CHAT_ENV || ''].join(' ').trim().replaceAll('--', '- -');
  const problem = await keepComment({
    api: env.GITHUB_API_URL || 'https://api.github.com',
    repository: env.GITHUB_REPOSITORY ?? '',
    token: env.CHAT_TOKEN ?? '',
    number,
    marker: `<!-- chat plan: ${key} -->`,
    body: report,
  });
  // A pull request from a fork has no right to comment: the summary has it all the same.
  if (problem !== undefined) process.stdout.write(`::warning::The comment could not be kept up to date: ${problem}\n`);
}

process.exitCode = await main(process.env);
