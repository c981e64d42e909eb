/** src/render/html/assets.ts: style and script of the HTML report as text, with the digests that its policy allows them by. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export function reportAssets(root) {
  const read = (name) => readFileSync(join(root, 'src', 'render', 'html', name), 'utf8');
  const style = compact(read('report.css'));
  const script = read('report.js');
  return `/** Written by \`npm run gen\` from report.css and report.js beside it. */
export const STYLE = ${JSON.stringify(style)};
export const STYLE_DIGEST = '${digest(style)}';
export const SCRIPT = ${JSON.stringify(script)};
export const SCRIPT_DIGEST = '${digest(script)}';
`;
}

/** Without comments and indentation. */
function compact(css) {
  return css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim();
}

function digest(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
