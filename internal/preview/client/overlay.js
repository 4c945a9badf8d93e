// The overlay shows what is wrong with the plan, over the page and apart from it: it
// has a tree of its own, and the page's styles and scripts do not reach it. All of
// it is set as text. It speaks English, as the findings do.
const el = (tag, { on = {}, ...props } = {}, ...children) => {
  const e = Object.assign(document.createElement(tag), props);
  for (const [event, does] of Object.entries(on)) e.addEventListener(event, does);
  e.append(...children.filter((c) => c !== null && c !== undefined && c !== ''));
  return e;
};
const many = (n, word) => n.toLocaleString('en') + ' ' + word + (n === 1 ? '' : 's');
const counted = ({ errors, warnings }) => [errors && many(errors, 'error'), warnings && many(warnings, 'warning')].filter(Boolean).join(', ');

const overlay = (() => {
  const host = document.createElement('milepost-preview'), root = host.attachShadow({ mode: 'open' });
  const panel = el('section', { className: 'panel', hidden: true, tabIndex: -1, ariaLabel: 'Problems of the plan' });
  const badge = el('button', { className: 'badge', type: 'button', hidden: true, on: { click: () => { asked = true; draw(); } } });
  let told = { errors: 0, warnings: 0, files: [] }, dismissed = false, asked = false, lost = false;

  const link = (text, href, className) => (href ? el('a', { href, className }, text) : el('span', { className }, text));
  const frame = (lines) => lines && el('pre', {}, ...lines.flatMap(({ n, before, marked, after }) => [
    el('span', { className: 'n' }, String(n).padStart(5) + ' │ '), before, el('mark', {}, marked || ' '), after + '\n',
  ]));
  const shown = ({ severity, rule, message, hint, at, open, frame: lines, related }) => el('li', { className: severity || 'related' },
    el('p', {}, severity ? el('b', {}, severity) : '', ' ', el('span', { className: 'message' }, message), rule ? el('code', {}, rule) : '', at ? link(at.replace(/^.*?:(?=\d+:\d+$)/, ''), open, 'open') : ''),
    frame(lines), hint ? el('p', { className: 'hint' }, hint) : '', related ? el('ul', {}, ...related.map(shown)) : '');
  const file = ({ path, found }) => el('li', {}, path ? el('h2', {}, link(path, found[0].open)) : '', el('ul', {}, ...found.map(shown)));

  const words = ({ severity, rule, message, hint, at }) => [`${severity}[${rule}]: ${message}`, at && '  ' + at, hint && '  ' + hint].filter(Boolean).join('\n');
  const copy = async (event) => {
    const button = event.currentTarget, text = told.files.flatMap(({ found }) => found.map(words)).join('\n\n');
    try { await navigator.clipboard.writeText(text); button.textContent = 'Copied'; } catch { button.textContent = 'The browser does not let me'; }
  };
  // What is hidden stays so on the next page as well, until something changes.
  const hidden = {
    get state() { try { return sessionStorage.getItem('milepost-hidden'); } catch { return null; } },
    set state(state) { try { sessionStorage.setItem('milepost-hidden', state); } catch { /* then this page alone knows */ } },
  };
  const hide = () => { dismissed = true; asked = false; hidden.state = told.state; draw(); };

  const draw = () => {
    const open = asked || told.errors > 0 && !dismissed;
    panel.hidden = !open;
    panel.replaceChildren(...open ? [
      el('header', {}, el('h1', {}, counted(told) || 'Nothing is wrong'), el('button', { type: 'button', on: { click: copy } }, 'Copy'), el('button', { type: 'button', on: { click: hide } }, 'Hide (Esc)')),
      el('ul', { className: 'files' }, ...told.files.map(file)),
      told.more ? el('p', {}, many(told.more, 'more problem') + ': milepost check shows all of them') : '',
    ].filter(Boolean) : []);
    badge.hidden = open || !(lost || told.errors || told.warnings);
    badge.className = 'badge ' + (lost ? 'lost' : told.errors ? 'error' : 'warning');
    badge.textContent = lost ? 'The preview has stopped' : counted(told);
  };

  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || panel.hidden) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    hide();
  }, true);
  root.append(el('link', { rel: 'stylesheet', href: new URL('preview.css', place) }), panel, badge);
  document.documentElement.append(host);

  return {
    // tell shows a state. What was hidden stays so until something changes.
    tell(state) {
      if (state.state !== told.state) [dismissed, asked] = [state.state === hidden.state, false];
      lost = false;
      const at = panel.scrollTop;
      told = { ...state, files: state.files || [] };
      draw();
      panel.scrollTop = at;
    },
    lose() { lost = true; draw(); },
  };
})();
