/** The document of a saved plan read back, member by member. Throws TypeError where its shape is another one. */
import { asObject, asString, type JsonObject } from '../core/json.ts';
import type { Cell, Change, Estimate, FieldChange, Impact, Operation, Pace, Plan } from '../core/plan.ts';
import {
  asDigest,
  asNumber,
  asTrue,
  booleanAt,
  choice,
  choiceAt,
  digestAt,
  listAt,
  maybe,
  numberAt,
  objectAt,
  textAt,
  textsAt,
} from './members.ts';
import type { SavedPlan } from './saved.ts';
import type { Announcement } from './view/announcements.ts';

type Diagnostic = Plan['diagnostics'][number];

export function savedFrom(document: JsonObject): SavedPlan {
  const options = objectAt(document, 'options');
  const command = document['command'];
  return {
    plan: planFrom(document),
    announcements: listAt(document, 'announcements').map(announcementFrom),
    command: command === undefined ? undefined : asString(command, 'command'),
    options: {
      target: textsAt(options, 'target'),
      exclude: textsAt(options, 'exclude'),
      allowDelete: booleanAt(options, 'allow_delete'),
      allowMassChange: booleanAt(options, 'allow_mass_change'),
      send: textsAt(options, 'send'),
      failOn: textsAt(options, 'fail_on'),
      ...maybe('base', options, 'base', asString),
    },
  };
}

function planFrom(document: JsonObject): Plan {
  const target = objectAt(document, 'target');
  const configuration = objectAt(document, 'configuration');
  const summary = objectAt(document, 'summary');
  const stages = listAt(document, 'stages').map((each) => ({
    number: numberAt(each, 'number'),
    title: textAt(each, 'title'),
  }));
  const numbers = new Map(stages.map(({ number, title }) => [title, number]));
  return {
    formatVersion: 1,
    target: {
      appId: numberAt(target, 'app_id'),
      ...maybe('appName', target, 'app_name', asString),
      baseUrl: textAt(target, 'base_url'),
    },
    configuration: {
      digest: digestAt(configuration, 'digest'),
      ...maybe('env', configuration, 'env', asString),
      ...maybe('commit', configuration, 'commit', asString),
      ...maybe('base', configuration, 'base', (value) => {
        const base = asObject(value, 'base');
        return { ref: textAt(base, 'ref'), commit: textAt(base, 'commit') };
      }),
    },
    changes: listAt(document, 'changes').map(changeFrom),
    operations: listAt(document, 'calls').map((each) => operationFrom(each, numbers)),
    operationsDigest: digestAt(document, 'operations_digest'),
    stages,
    counts: {
      unchanged: numberAt(summary, 'unchanged'),
      unmanaged: numberAt(summary, 'unmanaged'),
      heldBack: numberAt(summary, 'held_back'),
      blind: textsAt(document, 'blind'),
    },
    estimate: estimateFrom(objectAt(document, 'estimate')),
    impacts: listAt(document, 'impacts').map(impactFrom),
    matrix: listAt(document, 'matrix').flatMap(cellsFrom),
    diagnostics: listAt(document, 'diagnostics').map(diagnosticFrom),
    readAt: 0,
    madeAt: 0,
  };
}

function changeFrom(change: JsonObject): Change {
  const touched = objectAt(change, 'touched');
  const action = choiceAt(change, 'action', ['create', 'update', 'replace', 'delete']);
  return {
    address: textAt(change, 'address'),
    kind: textAt(change, 'kind'),
    id: textAt(change, 'id'),
    action: action === 'delete' ? 'remove' : action,
    ...maybe('removal', change, 'removal', choice(['keep', 'delete', 'deactivate', 'disable', 'hard_delete'])),
    ...maybe('heldBack', change, 'held_back', choice(['allow-delete', 'deactivated', 'in-use', 'drift'])),
    ...maybe('leftToDrift', change, 'left_to_drift', () => textsAt(change, 'left_to_drift')),
    fields: listAt(change, 'fields').map(fieldFrom),
    touched: {
      before: touched['before'] === null ? null : digestAt(touched, 'before'),
      after: digestAt(touched, 'after'),
      ...maybe('whole', touched, 'whole', asDigest),
    },
    references: [],
    ...maybe('span', change, 'roster', (value) => {
      const roster = asObject(value, 'roster');
      return { file: textAt(roster, 'file'), offset: numberAt(roster, 'offset'), length: numberAt(roster, 'length') };
    }),
  };
}

function fieldFrom(field: JsonObject): FieldChange {
  const { before, after } = field;
  return {
    path: textAt(field, 'path'),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...maybe('set', field, 'set', asTrue),
    ...maybe('origin', field, 'origin', choice(['config', 'drift', 'conflict'])),
    ...maybe('hidden', field, 'sensitive', asTrue),
  };
}

function operationFrom(call: JsonObject, stages: ReadonlyMap<string, number>): Operation {
  const stage = stages.get(textAt(call, 'stage'));
  if (stage === undefined) throw new TypeError('expected the stage of a call to be one of the stages');
  return {
    id: textAt(call, 'id'),
    kind: textAt(call, 'kind'),
    stage,
    call: {
      op: textAt(call, 'op'),
      effect: 'write',
      method: choiceAt(call, 'method', ['POST', 'PUT', 'PATCH', 'DELETE']),
      path: textAt(call, 'path'),
      repeat: choiceAt(call, 'repeat', ['free', 'exists-is-done', 'read-first']),
    },
    covers: textsAt(call, 'covers'),
    needs: textsAt(call, 'needs'),
    settle: choiceAt(call, 'settle', ['reply', 'task']),
    ...maybe('bestEffort', call, 'best_effort', asTrue),
    rank: 0,
  };
}

function estimateFrom(estimate: JsonObject): Estimate {
  return {
    ...paceFrom(estimate),
    ...maybe('callsWithoutBatches', estimate, 'calls_without_batches', asNumber),
    stages: listAt(estimate, 'stages').map((each) => ({ stage: numberAt(each, 'stage'), ...paceFrom(each) })),
    budget: listAt(estimate, 'budget').map((each) => ({
      op: textAt(each, 'op'),
      calls: numberAt(each, 'calls'),
      perMinute: numberAt(each, 'per_minute'),
    })),
  };
}

function paceFrom(pace: JsonObject): Pace {
  return {
    calls: numberAt(pace, 'calls'),
    seconds: numberAt(pace, 'seconds'),
    ...maybe('bottleneck', pace, 'bottleneck', (value) => {
      const bottleneck = asObject(value, 'bottleneck');
      return { op: textAt(bottleneck, 'op'), perMinute: numberAt(bottleneck, 'per_minute') };
    }),
  };
}

function impactFrom(impact: JsonObject): Impact {
  return {
    code: textAt(impact, 'code'),
    class: choiceAt(impact, 'class', ['CB', 'DL', 'SE', 'AU', 'EV', 'OW']),
    address: textAt(impact, 'resource'),
    path: textAt(impact, 'path'),
    summary: textAt(impact, 'summary'),
    detail: textAt(impact, 'detail'),
    ...maybe('affected', impact, 'affected', (value) => {
      const affected = asObject(value, 'affected');
      return { what: textAt(affected, 'what'), count: numberAt(affected, 'count'), more: booleanAt(affected, 'more') };
    }),
    ...maybe('waiver', impact, 'waiver', (value) => {
      const waiver = asObject(value, 'waiver');
      return { reason: textAt(waiver, 'reason'), expires: textAt(waiver, 'expires') };
    }),
  };
}

function cellsFrom(group: JsonObject): readonly Cell[] {
  const access = ['any', 'own', 'none', 'unknown'] as const;
  const [scope, role] = [textAt(group, 'scope'), textAt(group, 'role')];
  const [before, after] = [choiceAt(group, 'before', access), choiceAt(group, 'after', access)];
  return textsAt(group, 'permissions').map((permission) => ({ scope, role, permission, before, after }));
}

function announcementFrom(each: JsonObject): Announcement {
  const { as } = each;
  return {
    address: textAt(each, 'address'),
    text: textAt(each, 'text'),
    as: as === undefined ? undefined : asString(as, 'as'),
  };
}

function diagnosticFrom(each: JsonObject): Diagnostic {
  return {
    severity: choiceAt(each, 'severity', ['error', 'warning', 'note']),
    code: textAt(each, 'code'),
    summary: textAt(each, 'summary'),
    ...maybe('detail', each, 'detail', asString),
    ...maybe('subject', each, 'subject', asString),
    ...maybe('source', each, 'source', (value) => {
      const source = asObject(value, 'source');
      return {
        file: textAt(source, 'file'),
        line: numberAt(source, 'line'),
        column: numberAt(source, 'column'),
        ...maybe('excerpt', source, 'excerpt', asString),
      };
    }),
  };
}
