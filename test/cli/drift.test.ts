/** What moved in the app, told by its exit code, in every form, and to a webhook. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { aWorkspace, type Workspace } from './workspace.ts';

const HEAD = 'version: 1\ntarget: { api_key: k, api_secret: s }\n';
const open: { remove(): void }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.remove();
});

async function drifted(): Promise<Workspace> {
  const space = aWorkspace({
    'chat.config.yaml': `${HEAD}roles: [host]\nusers: { ann: { name: Ann, teams: [x] }, bob: { name: Bob } }\n`,
    'other.yaml': `${HEAD}users: { ann: { name: Anna, teams: [x, y] } }\nremoved: [role.host]\n`,
  });
  open.push(space);
  expect((await space.chat('apply --emulator --auto-approve')).code).toBe(0);
  return space;
}

async function aWebhook(status = 200) {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    bodies.push(body);
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({ remove: () => void server.close() });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook-s3cret`, bodies };
}

describe('chat drift', () => {
  test('finds none in an app that is as declared', async () => {
    const space = await drifted();
    const hook = await aWebhook();
    const ran = await space.chat(`drift --emulator --notify ${hook.url}`);
    expect([ran.code, ran.stdout, ran.stderr]).toEqual([
      0,
      expect.stringMatching(/^No drift\. 3 resources are as declared\.\n/),
      '',
    ]);
    expect(hook.bodies).toEqual([]);
  });

  test('tells what is live on the right, and ends with 2', async () => {
    const space = await drifted();
    await space.chat('apply --emulator --auto-approve --allow-delete --config other.yaml');
    const { code, stdout } = await space.chat('drift --emulator');
    expect(code).toBe(2);
    expect(stdout).toBe(`Drift: 2 resources moved · 1 changed, 1 gone

role (1)
  - delete role.host

user (1)
  ~ update user.ann
      ~ name: Ann → Anna
      ~ teams: +y

1 unchanged
app 1 (emulator) at http://emulator.chat.localhost
`);
  });

  test('tells a webhook, whose address is never shown', async () => {
    const space = await drifted();
    await space.chat('apply --emulator --auto-approve --allow-delete --config other.yaml');
    const hook = await aWebhook();
    const ran = await space.chat(`drift --emulator --format json --notify ${hook.url}`);
    expect(ran.code).toBe(2);
    const told = JSON.parse(hook.bodies[0] ?? '');
    expect(told).toMatchObject({ type: 'drift', ...JSON.parse(ran.stdout) });
    expect(told.text).toContain('Drift: 2 resources moved');
    expect(told.text).toContain('role.host, user.ann');
  });

  test.each([
    [500, 3],
    [404, 1],
  ])('says so when the webhook answers %i', async (status, attempts) => {
    const space = await drifted();
    await space.chat('apply --emulator --auto-approve --allow-delete --config other.yaml');
    const hook = await aWebhook(status);
    const ran = await space.chat(`drift --emulator --notify ${hook.url}`);
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining(`answered ${status}`)]);
    expect(ran.stdout + ran.stderr).not.toContain('s3cret');
    expect(hook.bodies).toHaveLength(attempts);
  });

  test('refuses what is no address', async () => {
    const space = await drifted();
    const ran = await space.chat('drift --emulator --notify nonsense');
    expect([ran.code, ran.stderr]).toEqual([1, expect.stringContaining('bad-webhook')]);
  });
});

describe('chat validate, for machines', () => {
  const broken = { 'chat.config.yaml': `${HEAD}users:\n  ann: { nmae: "50 %, a:b" }\n  bob: { role: [1] }\n` };

  test('as JSON', async () => {
    const space = aWorkspace(broken);
    open.push(space);
    const ran = await space.chat('validate --format json');
    expect(ran.code).toBe(7);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      type: 'validation',
      valid: false,
      diagnostics: [
        { code: 'unknown-key', source: { line: 4, column: 10 } },
        { code: 'wrong-type', source: { line: 5, column: 16 } },
      ],
    });
  });

  test('as SARIF', async () => {
    const space = aWorkspace(broken);
    open.push(space);
    const ran = await space.chat('validate --format sarif');
    expect(ran.code).toBe(7);
    const { version, runs } = JSON.parse(ran.stdout);
    expect([version, runs[0].tool.driver.rules.map((rule: { id: string }) => rule.id)]).toEqual([
      '2.1.0',
      ['unknown-key', 'wrong-type'],
    ]);
    expect(runs[0].results[0]).toMatchObject({
      ruleId: 'unknown-key',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'chat.config.yaml' },
            region: { startLine: 4, startColumn: 10 },
          },
        },
      ],
    });
  });

  test('as annotations', async () => {
    const space = aWorkspace(broken);
    open.push(space);
    const ran = await space.chat('validate --format github');
    expect(ran.stdout.split('\n')[0]).toMatch(
      /^::error file=chat\.config\.yaml,line=4,col=10,title=Unknown key \[unknown-key\]::user\.ann: There is no key `nmae` here\. Did you mean `name`\?/,
    );
    const fine = aWorkspace({ 'chat.config.yaml': `${HEAD}roles: [host]\n` });
    open.push(fine);
    expect(await fine.chat('validate --format github')).toMatchObject({ code: 0, stdout: '' });
  });

  test('also a file that cannot be read', async () => {
    const space = aWorkspace({ 'chat.config.yaml': 'a: [\n' });
    open.push(space);
    const ran = await space.chat('validate --format json');
    expect([ran.code, JSON.parse(ran.stdout).valid]).toEqual([7, false]);
  });
});
