/* What the page can do beyond reading: search, counts, copying, printing unfolded. Boxes filter by style, with or without this. */
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = document.getElementById('filters');
  const search = document.getElementById('search');
  const status = document.getElementById('status');
  const nothing = document.querySelector('.nothing');
  const boxes = form ? all('input[type=checkbox]', form) : [];
  const groups = all('.group').map((element) => ({
    element,
    kind: element.classList[1],
    changes: all('.change', element),
  }));
  const total = groups.reduce((sum, group) => sum + group.changes.length, 0);
  const texts = new Map();

  function textOf(change) {
    let text = texts.get(change);
    if (text === undefined) {
      text = change.textContent.toLowerCase();
      texts.set(change, text);
    }
    return text;
  }

  function passes(change, off) {
    const risks = [];
    for (const name of change.classList) {
      if (name.startsWith('w-') && off.has(name)) return false;
      if (name.startsWith('r-')) risks.push(name);
    }
    return risks.length === 0 || risks.some((name) => !off.has(name));
  }

  function update() {
    const off = new Set(boxes.filter((box) => !box.checked).map((box) => box.id));
    const words = search.value.trim().toLowerCase();
    let shown = 0;
    for (const { element, kind, changes } of groups) {
      let here = 0;
      for (const change of changes) {
        const found = words === '' || textOf(change).includes(words);
        if (change.hidden === found) change.hidden = !found;
        if (found && (off.size === 0 || passes(change, off))) here += 1;
      }
      element.classList.toggle('empty', here === 0);
      if (words !== '' && here > 0) element.open = true;
      if (!off.has(kind)) shown += here;
    }
    nothing.hidden = shown > 0;
    status.textContent = shown === total ? '' : `${shown.toLocaleString('en')} of ${total.toLocaleString('en')} shown`;
  }

  if (form) {
    // Where the boxes stand above the plan they would hide it.
    if (matchMedia('(max-width: 62rem)').matches) form.closest('details').open = false;
    let waiting = 0;
    const later = () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(update);
    };
    search.parentElement.hidden = false;
    form.addEventListener('input', later);
    form.addEventListener('reset', later);
    form.addEventListener('submit', (event) => event.preventDefault());
  }

  for (const button of all('.copy')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const command = button.parentElement.querySelector('code');
      try {
        await navigator.clipboard.writeText(command.textContent);
        button.textContent = 'Copied';
      } catch {
        getSelection().selectAllChildren(command);
        button.textContent = 'Selected';
      }
    });
  }

  // A link to a change unfolds what holds it.
  function reveal() {
    const target = /^#[\w-]+$/.test(location.hash) ? document.querySelector(location.hash) : null;
    const folded = target?.closest('details');
    if (!folded || folded.open) return;
    folded.open = true;
    target.scrollIntoView();
  }
  addEventListener('hashchange', reveal);
  reveal();

  let opened = [];
  addEventListener('beforeprint', () => {
    opened = all('details:not([open])');
    for (const each of opened) each.open = true;
  });
  addEventListener('afterprint', () => {
    for (const each of opened) each.open = false;
  });
})();
