/** The head of a new configuration: where editors find the schema, and how the app is reached. */

const SCHEMA = './node_modules/chat-config/schemas/chat.schema.json';
const DEFAULT_URL = 'https://chat.stream-io-api.com';

export interface Head {
  readonly appId?: number | undefined;
  readonly baseUrl?: string | undefined;
}

export function headOf({ appId, baseUrl }: Head): string {
  const lines = [
    `# yaml-language-server: $schema=${SCHEMA}`,
    'version: 1',
    '',
    'target:',
    `  api_key: ${variable('STREAM_API_KEY')}`,
    `  api_secret: ${variable('STREAM_API_SECRET')} # never printed, never saved`,
    ...(baseUrl === undefined || baseUrl === DEFAULT_URL ? [] : [`  base_url: ${baseUrl}`]),
    ...(appId === undefined ? [] : [`  app_id: ${appId} # no other app is touched`]),
  ];
  return `${lines.join('\n')}\n`;
}

function variable(name: string): string {
  return `\${${name}}`;
}
