// The filters of the backlog. Their state lives in the address; within a group one
// match is enough, every group must match. A backlog of several pages is filtered
// as a whole: its rows come from the index, and are shown in place of the page's.
{
  const groups = ['type', 'theme', 'status', 'owner', 'tag'];
  const listed = ['owner', 'tag']; // an item may have several
  const form = $('.filters');

  const start = (read, everything) => {
    const out = $('output', form), reset = $('[type=reset]', form), empty = $('.blist .empty');
    const apply = (remember) => {
      // A preview changes the page, so the rows are read each time.
      const rows = read(), data = new FormData(form);
      const wanted = groups.map((g) => [g, data.getAll(g).filter(Boolean)]).filter(([, values]) => values.length);
      const typed = plain(data.get('q') || '').split(/\s+/).filter(Boolean);
      const active = wanted.length > 0 || typed.length > 0;
      const fits = (row) => wanted.every(([g, values]) => values.some((v) => row.has[g].includes(v))) && typed.every((w) => row.text.includes(w));
      const shown = everything ? everything.show(active, fits) : rows.reduce((n, row) => { const match = fits(row); row.e.hidden = !match; return n + match; }, 0);
      const all = everything ? everything.all() : rows.length;
      out.replaceChildren(make('b', {}, active ? say('count', { n: shown.toLocaleString(root.lang), all: all.toLocaleString(root.lang) }) : form.dataset.count));
      reset.hidden = !active;
      empty.hidden = !active || shown > 0;
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
    const changed = () => everything ? everything.load(() => apply(true)) : apply(true);
    form.addEventListener('input', changed);
    form.addEventListener('reset', () => setTimeout(changed));
    form.addEventListener('submit', (event) => event.preventDefault());
    $('[data-clear]').addEventListener('click', () => form.reset());
    const open = $('.f-open', form);
    open.addEventListener('click', () => open.setAttribute('aria-expanded', form.classList.toggle('open')));
    if (!everything) apply(false); else if (location.search) setTimeout(() => everything.load(() => apply(false)));
  };

  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const has = (get) => Object.fromEntries(groups.map((g) => [g, listed.includes(g) ? get(g).split(',') : [get(g)]]));

  // whole is the backlog of all pages, loaded when a filter is first used.
  const whole = () => {
    let rows = [];
    const most = 200, list = make('ol', { className: 'strip backlog none', hidden: true, attr: { role: 'list' } });
    const own = [...$('.blist').children].filter((e) => !e.matches('.bhead, .empty'));
    $('.blist').insertBefore(list, $('.blist .empty'));
    const draw = ({ at, row, index, has: h }) => make('li', { className: 'brow' },
      make('span', { className: 'rank' }, at.toLocaleString(root.lang)), make('span', { className: 'pt' }, icon('s-' + index.classes[row.state], 'st-i')),
      make('div', { className: 'b-main' }, make('a', { className: 'b-t', href: base + row.href }, row.title), make('p', { className: 'b-why' }, make('span', { className: 'b-id' }, row.id))),
      make('span', { className: 'chip c-theme' }, row.letter ? make('b', { className: 'shield ' + row.shield, attr: { 'aria-hidden': true } }, row.letter) : ''),
      make('span', { className: 've' }), make('span', { className: 'b-st' }, index.names[row.state]), make('span', { className: 'own' }, h.owner[0] === 'none' ? '' : h.owner.join(', ')));
    return {
      all: () => rows.length,
      load(then) {
        if (rows.length) return then();
        milepostSearch.load('backlog', (backlog, index) => {
          rows = backlog.rows.map((r, i) => {
            const row = index.row(r[0]), get = (g) => ({ type: backlog.types[r[1]], theme: row.letter || 'none', status: index.classes[row.state], owner: backlog.owners[r[2]], tag: backlog.tags[r[3]] })[g];
            return { at: i + 1, row, index, has: has(get), text: plain([row.id, row.title, get('owner'), get('tag')].join(' ')) };
          });
          then();
        });
      },
      show(active, fits) {
        const found = active ? rows.filter(fits) : [];
        list.replaceChildren(...found.slice(0, most).map(draw));
        for (const e of own) e.classList.toggle('set-aside', active);
        for (const e of $$('.pager')) e.hidden = active;
        return active ? found.length : rows.length;
      },
    };
  };

  if (form && 'whole' in form.dataset) start(() => [], whole());
  else if (form) start(() => $$('.brow').map((e) => ({ e, text: plain(e.textContent), has: has((g) => e.dataset[g]) })));
}
