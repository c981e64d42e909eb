/** The block of permissions that a plan changes: a line a role, folded where many change alike. */
import type { Access, Cell } from '../core/plan.ts';
import { withoutTeams } from '../impact/permissions/rights.ts';
import { type Paint, signStyle } from './paint.ts';
import { columns, count, counted, shorten, visible } from './text.ts';

/** More permissions of one role than this are counted instead. */
const SHOWN_PERMISSIONS = 12;
const SHOWN_ROLES = 3;
/** What follows a longer label is not lined up. */
const WIDEST_LABEL = 20;
/** More lines of one scope than this are counted instead. */
const SHOWN_LINES = 10;

const RANK: Readonly<Record<Access, number>> = { none: 0, unknown: 0, own: 1, any: 2 };

/** More, less, and what nobody can tell from here. */
const SIGNS = ['+', '-', '?'] as const;
type Sign = (typeof SIGNS)[number];

interface Item {
  readonly sign: Sign;
  readonly text: string;
}

/** A role that is not declared in a new type, or after a reset: the server knows what it grants then, and nobody else. */
const UNTOLD: Item = { sign: '?', text: 'what the server grants by default' };

/** Roles of a scope for which the same changes. */
interface Row {
  readonly roles: readonly string[];
  readonly items: readonly Item[];
}

/** `cells`: all of the scopes in which one changes. */
export function permissionBlock(cells: readonly Cell[], paint: Paint, width: number): readonly string[] {
  const untold = new Set([...groupedBy(cells, roleOf)].filter(([, mine]) => mine.every(isUnknown)).map(([key]) => key));
  const changed = withoutEchoes(cells.filter((cell) => cell.before !== cell.after));
  if (changed.length === 0) return [];
  const number = changed.filter((cell) => !untold.has(roleOf(cell))).length;
  const lines = [...groupedBy(changed, (cell) => cell.scope)].flatMap(([scope, mine]) =>
    scopeLines(visible(scope), rowsOf(mine, untold), paint, width),
  );
  return [paint('bold', `permissions${number === 0 ? '' : ` (${count(number)})`}`), ...lines];
}

function roleOf({ scope, role }: Cell): string {
  return JSON.stringify([scope, role]);
}

function isUnknown({ after }: Cell): boolean {
  return after === 'unknown';
}

/** What holds in any team holds in the own ones: said once. */
function withoutEchoes(cells: readonly Cell[]): readonly Cell[] {
  const keyOf = ({ scope, role, before, after }: Cell, permission: string) =>
    JSON.stringify([scope, role, permission, before, after]);
  const wider = new Set(
    cells
      .filter((cell) => withoutTeams(cell.permission) !== cell.permission)
      .map((cell) => keyOf(cell, withoutTeams(cell.permission))),
  );
  return cells.filter((cell) => !wider.has(keyOf(cell, cell.permission)));
}

function rowsOf(cells: readonly Cell[], untold: ReadonlySet<string>): readonly Row[] {
  const byItems = new Map<string, { roles: string[]; items: readonly Item[] }>();
  const add = (role: string, items: readonly Item[]) => {
    const key = items.map(({ sign, text }) => sign + text).join(' ');
    const row = byItems.get(key) ?? { roles: [], items };
    row.roles.push(visible(role));
    byItems.set(key, row);
  };
  const roles = [...groupedBy(cells, (cell) => cell.role)];
  const isUntold = (mine: readonly Cell[]) => mine.some((cell) => untold.has(roleOf(cell)));
  for (const [role, mine] of roles) if (!isUntold(mine)) add(role, itemsOf(mine));
  for (const [role, mine] of roles) if (isUntold(mine)) add(role, [UNTOLD]);
  return [...byItems.values()];
}

function itemsOf(cells: readonly Cell[]): readonly Item[] {
  const all = cells.map(itemOf);
  return SIGNS.flatMap((sign) => {
    const items = all.filter((item) => item.sign === sign);
    if (items.length === 0 || all.length <= SHOWN_PERMISSIONS) return items;
    return [{ sign, text: counted(items.length, 'permission') }];
  });
}

function itemOf({ permission, before, after }: Cell): Item {
  const name = visible(permission);
  if (after === 'unknown') return { sign: '?', text: `${name} (under a condition)` };
  const sign = RANK[after] > RANK[before] ? '+' : '-';
  const isPlain = sign === '+' ? before === 'none' && after === 'any' : before === 'any' && after === 'none';
  return { sign, text: `${name}${isPlain ? '' : ` (${before}→${after})`}` };
}

function scopeLines(scope: string, rows: readonly Row[], paint: Paint, width: number): readonly string[] {
  const labels = rows.map(({ roles }) => {
    const more = roles.length - SHOWN_ROLES;
    return more > 1 ? `${roles.slice(0, SHOWN_ROLES).join(', ')} and ${count(more)} more` : roles.join(', ');
  });
  const shown = rows.slice(0, rows.length > SHOWN_LINES + 1 ? SHOWN_LINES : rows.length);
  const pad = Math.max(0, ...labels.map(columns).filter((each) => each <= WIDEST_LABEL));
  const indent = ' '.repeat(2 + columns(scope) + 2);
  const lines = shown.flatMap(({ items }, index) => {
    const label = labels[index] ?? '';
    const lead = `${label}${' '.repeat(Math.max(0, pad - columns(label)))}  `;
    return wrapped(items, indent + lead, paint, width);
  });
  const hidden = rows.slice(shown.length).reduce((sum, row) => sum + row.roles.length, 0);
  if (hidden > 0) lines.push(`${indent}… and ${counted(hidden, 'more role')}`);
  const [first = '', ...rest] = lines;
  return [`  ${scope}  ${first.slice(indent.length)}`, ...rest];
}

function wrapped(items: readonly Item[], lead: string, paint: Paint, width: number): readonly string[] {
  const lines: string[] = [];
  const room = Math.max(16, width - columns(lead));
  let line = '';
  let used = 0;
  for (const { sign, text } of items) {
    const plain = shorten(`${sign} ${text}`, room);
    if (used > 0 && used + 2 + columns(plain) > room) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += `${used === 0 ? '' : '  '}${paint(signStyle(sign), plain)}`;
    used += (used === 0 ? 0 : 2) + columns(plain);
  }
  lines.push(line);
  return lines.map((each, index) => `${index === 0 ? lead : ' '.repeat(columns(lead))}${each}`);
}

function groupedBy<Value>(values: readonly Value[], keyOf: (value: Value) => string): ReadonlyMap<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
