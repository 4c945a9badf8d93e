// Everything here is an enhancement; each page is complete without it.
(() => {
  const base = document.currentScript.dataset.root;
  const root = document.documentElement;
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (tag, props = {}, ...children) => {
    const e = Object.assign(document.createElement(tag), props);
    e.append(...children);
    return e;
  };
  const store = {
    get(key) { try { return localStorage.getItem(key); } catch { return null; } },
    set(key, value) { try { value ? localStorage.setItem(key, value) : localStorage.removeItem(key); } catch { /* private */ } },
  };

  // The colour mode: automatic, light, dark.
  const modes = ['', 'light', 'dark'];
  const showMode = (button) => {
    const words = 'Colour mode: ' + (root.dataset.theme || 'automatic');
    button.setAttribute('aria-label', words);
    button.title = words;
  };
  for (const button of $$('[data-mode]')) {
    showMode(button);
    button.addEventListener('click', () => {
      const mode = modes[(modes.indexOf(root.dataset.theme || '') + 1) % modes.length];
      if (mode) root.dataset.theme = mode; else delete root.dataset.theme;
      store.set('mode', mode);
      showMode(button);
    });
  }

  // On a narrow screen the menu scrolls: bring the current entry into view.
  const current = $('.mainnav [aria-current]');
  if (current) current.closest('.mainnav').scrollLeft = current.offsetLeft - 80;

  // The filters of the backlog. Their state lives in the address; within a group
  // one match is enough, every group must match.
  const filter = (form) => {
    const groups = ['type', 'theme', 'status', 'owner', 'tag'];
    const rows = $$('.brow').map((e) => ({
      e,
      text: e.textContent.toLowerCase(),
      has: Object.fromEntries(groups.map((g) => [g, g === 'owner' || g === 'tag' ? e.dataset[g].split(',') : [e.dataset[g]]])),
    }));
    const out = $('output', form), reset = $('[type=reset]', form), empty = $('.blist .empty');

    const apply = (remember) => {
      const data = new FormData(form);
      const words = (data.get('q') || '').toLowerCase().split(/\s+/).filter(Boolean);
      const wanted = groups.map((g) => [g, data.getAll(g).filter(Boolean)]).filter(([, values]) => values.length);
      let shown = 0;
      for (const row of rows) {
        const match = wanted.every(([g, values]) => values.some((v) => row.has[g].includes(v))) && words.every((w) => row.text.includes(w));
        row.e.hidden = !match;
        shown += match;
      }
      const active = wanted.length > 0 || words.length > 0;
      out.replaceChildren(make('b', {}, active ? `${shown} of ${rows.length} items` : rows.length + (rows.length === 1 ? ' item' : ' items')), form.dataset.scope);
      reset.hidden = !active;
      empty.hidden = shown > 0;
      for (const list of $$('.backlog')) list.hidden = !$('.brow:not([hidden])', list);
      for (const sign of $$('.hline')) sign.hidden = active;
      if (remember) {
        const query = new URLSearchParams([...data].filter(([, value]) => value)).toString();
        try { history.replaceState(null, '', (query ? '?' + query : location.pathname) + location.hash); } catch { /* file:// in some browsers */ }
      }
    };

    for (const [name, value] of new URLSearchParams(location.search)) {
      for (const input of $$(`[name="${CSS.escape(name)}"]`, form)) {
        if (input.type === 'checkbox') input.checked ||= input.value === value; else input.value = value;
      }
    }
    form.addEventListener('input', () => apply(true));
    form.addEventListener('reset', () => setTimeout(() => apply(true)));
    form.addEventListener('submit', (event) => event.preventDefault());
    $('[data-clear]').addEventListener('click', () => form.reset());
    const open = $('.f-open', form);
    open.addEventListener('click', () => open.setAttribute('aria-expanded', form.classList.toggle('open')));
    apply(false);
  };
  const form = $('.filters');
  if (form) filter(form);

  // Keys. A reader can switch the single ones off (WCAG 2.1.4).
  const pages = { r: 'index', b: 'backlog', l: 'releases', s: 'shipped', h: 'health' };
  const keys = [
    ['/', 'Filter'], ['j  k', 'Next, previous line'], ['u', 'Up, to the why'], ['d', 'Down, to the next task'],
    ['[  ]', 'Item before, item after'], ['e', 'Edit this page'], ['g r', 'Go to the roadmap; also b backlog, l releases, s shipped, h health'], ['?', 'This list'],
  ];
  let help, went = 0;
  const showHelp = () => {
    if (!help) {
      const single = make('input', { type: 'checkbox', checked: store.get('keys') !== 'off' });
      single.addEventListener('change', () => store.set('keys', single.checked ? '' : 'off'));
      const close = make('button', { className: 'btn push', type: 'button' }, 'Close');
      close.addEventListener('click', () => help.close());
      const list = keys.flatMap(([key, words]) => [make('dt', {}, ...key.split(/\s+/).flatMap((k) => [make('kbd', {}, k), ' '])), make('dd', {}, words)]);
      help = make('dialog', { className: 'sheet-d' }, make('h2', {}, 'Keyboard'), make('dl', {}, ...list),
        make('p', { className: 'row' }, make('label', {}, single, ' Single-key shortcuts'), close));
      help.setAttribute('aria-label', 'Keyboard');
      document.body.append(help);
    }
    help.showModal();
  };
  for (const button of $$('[data-help]')) button.addEventListener('click', showHelp);

  const walk = (step) => {
    const titles = $$('.b-t').filter((a) => a.offsetParent);
    const at = titles.indexOf(document.activeElement);
    (titles[at + step] || titles[step > 0 ? 0 : titles.length - 1])?.focus();
  };
  const follow = (selector) => $$(selector).at(-1)?.click();
  const actions = {
    '/': (event) => { if (form) { event.preventDefault(); $('[type=search]', form).focus(); } },
    '?': showHelp,
    j: () => walk(1),
    k: () => walk(-1),
    u: () => follow('.road .past a'),
    d: () => follow('.road .ahead:last-child a'),
    '[': () => follow('.walk a[rel=prev], .pager a[rel=prev]'),
    ']': () => follow('.walk a[rel=next], .pager a[rel=next]'),
    e: () => follow('[data-edit]'),
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea, dialog') || store.get('keys') === 'off') return;
    const soon = Date.now() - went < 1200;
    went = event.key === 'g' ? Date.now() : 0;
    if (soon && pages[event.key]) location.href = base + pages[event.key] + '.html';
    else actions[event.key]?.(event);
  });
})();
