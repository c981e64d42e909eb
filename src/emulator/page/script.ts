/** Follows the requests by asking again and again. All text is set as text, so that nothing in it is read as markup. */
export const SCRIPT = `
const section = document.getElementById('requests');
const body = document.getElementById('log');
const follow = document.getElementById('follow');
const following = document.getElementById('following');
const MOST = 200;
let last = 0;
function cell(row, text, className) {
  const td = row.insertCell();
  td.textContent = text;
  if (className) td.className = className;
  return td;
}
function readable(path) {
  try { return decodeURIComponent(path); } catch { return path; }
}
async function open(details, number) {
  if (details.dataset.read) return;
  details.dataset.read = 'yes';
  const reply = await fetch(section.dataset.log + '/' + number);
  const bodies = reply.ok ? await reply.json() : {};
  for (const [name, text] of Object.entries({ Request: bodies.request, Reply: bodies.reply })) {
    if (text === undefined) continue;
    const title = document.createElement('div');
    title.textContent = name;
    const pre = document.createElement('pre');
    pre.tabIndex = 0;
    pre.textContent = text;
    details.append(title, pre);
  }
}
function add(entry) {
  const row = body.insertRow(0);
  cell(row, new Date(entry.at).toISOString().slice(11, 23));
  cell(row, entry.op);
  cell(row, entry.method + ' ' + readable(entry.path));
  const isBad = entry.status >= 400 || entry.status === 0;
  cell(row, (entry.status || entry.fault || 'dropped') + (entry.code === undefined ? '' : ' / ' + entry.code), isBad ? 'number bad' : 'number');
  cell(row, entry.durationMs + ' ms', 'number');
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = 'Show';
  summary.setAttribute('aria-label', 'Show the bodies of ' + entry.op);
  details.append(summary);
  details.addEventListener('toggle', () => details.open && open(details, entry.number));
  row.insertCell().append(details);
}
async function ask() {
  if (follow.checked) {
    try {
      const reply = await fetch(section.dataset.log + '?after=' + last);
      const entries = await reply.json();
      if (last === 0 && entries.length > 0) body.replaceChildren();
      for (const entry of entries) { add(entry); last = entry.number; }
      while (body.rows.length > MOST) body.deleteRow(-1);
      following.textContent = '';
    } catch {
      following.textContent = 'The emulator does not answer.';
    }
  }
  setTimeout(ask, 1000);
}
ask();
`;
