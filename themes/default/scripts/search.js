// Search. The index is a few scripts: one with all titles and ids, and shards with
// the words of the bodies and the texts to quote from, loaded as they are needed.
const milepostSearch = (() => {
  const waiting = {}, parts = {};
  let version = '', serial = 0;

  // get loads a part of the index and hands it over. One of another version than the
  // index is of no use: the browser had kept an old one.
  const get = (name, then, failed = () => {}) => {
    if (parts[name]) return then(parts[name]);
    (waiting[name] ||= []).push(then);
    if (waiting[name].length > 1) return;
    const script = make('script', { src: base + 'assets/search/' + name + '.js' + (version && '?v=' + version) });
    script.onerror = () => { delete waiting[name]; failed(); };
    document.head.append(script);
  };
  self.milepostIndex = (name, part) => {
    if (name === 'index') version = part.v;
    if (part.v !== version) return;
    parts[name] = name === 'index' ? unpack(part) : part;
    for (const then of waiting[name] || []) then(parts[name]);
    delete waiting[name];
  };

  const digit = (code) => code - (code > 92 ? 36 : 35);
  const number = (text) => { let n = 0; for (let i = 0; i < text.length; i++) n = n * 91 + digit(text.charCodeAt(i)); return n; };
  const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const parted = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) || [];

  const unpack = (x) => {
    const texts = x.words.split(' '), titles = x.titles.split('\n'), tokens = new Map(), ids = [];
    let before = '';
    for (const id of x.ids.split('\n')) ids.push(before = before.slice(0, digit(id.charCodeAt(0))) + id.slice(1));
    const of = texts.map(parted), rowsOf = texts.map(() => []);
    titles.forEach((title, row) => { for (let i = 0; i < title.length; i += x.width) rowsOf[number(title.slice(i, i + x.width))].push(row); });
    of.forEach((list, word) => { for (const token of list) tokens.has(token) ? tokens.get(token).push(word) : tokens.set(token, [word]); });
    const row = (n) => {
      const kind = x.kinds[n], theme = x.themes.slice(2 * n, 2 * n + 2), letter = theme.trim() ? number(theme) : -1, words = [];
      for (let i = 0; i < titles[n].length; i += x.width) words.push(texts[number(titles[n].slice(i, i + x.width))]);
      return {
        n, kind, id: ids[n], title: words.join(' '), state: digit(x.states.charCodeAt(n)), letter: x.letters[letter], shield: 't' + 'ABCDEFGH'[letter % 8],
        href: { t: 'themes/', r: 'releases/', p: '', i: 'items/' }[kind] + encodeURIComponent(ids[n]) + '.html',
      };
    };
    return { ...x, tokens, rowsOf, ids: ids.map(fold), row, size: ids.length };
  };

  // near reports a single slip: a letter too many, too few, wrong, or two swapped.
  const near = (a, b) => {
    if (Math.abs(a.length - b.length) > 1) return false;
    let i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    const rest = (p, q) => a.slice(i + p) === b.slice(i + q);
    return rest(1, 1) || rest(1, 0) || rest(0, 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && rest(2, 2));
  };
  const slip = (word, token) => word.length > 3 && (near(word, token) || near(word, token.slice(0, word.length)) || near(word, token.slice(0, word.length + 1)));
  const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

  // inTitles gives points to every row whose title or id holds a word.
  const inTitles = (x, word) => {
    const points = new Map(), give = (row, n) => { if ((points.get(row) || 0) < n) points.set(row, n); };
    const match = (test, n) => x.tokens.forEach((list, token) => { if (test(token)) for (const w of list) for (const row of x.rowsOf[w]) give(row, n(token)); });
    match((t) => spaceless.test(word) ? t.includes(word) : t.startsWith(word), (t) => t === word ? 60 : 40);
    x.ids.forEach((id, row) => { if (id === word) give(row, 400); else if (/^\d+$/.test(word) && parted(id).includes(word)) give(row, 200); else if (id.startsWith(word)) give(row, 50); });
    if (!points.size) match((t) => slip(word, t), () => 15);
    return points;
  };

  // inBodies gives the rows whose text holds a word, from the shard of its beginning.
  const inBodies = (x, word, then) => {
    const pairs = spaceless.test(word) && word.length > 2 ? [...word].slice(1).map((c, i) => word[i] + c) : [word];
    if (word.length < 2) return then(new Set());
    let left = pairs.length, rows;
    for (const pair of pairs) {
      const [a, b] = [...pair].map((c) => c.codePointAt(0));
      get('w' + ((a * 31 + b) % x.shards), (part) => {
        const found = new Set();
        const take = (test) => { for (const w in part.words) if (test(w)) { let n = 0; for (const d of part.words[w].split(' ')) found.add(n += parseInt(d, 36)); } };
        take((w) => w.startsWith(pair));
        if (!found.size) take((w) => slip(pair, w));
        rows = rows ? new Set([...rows].filter((r) => found.has(r))) : found;
        if (!--left) then(rows);
      });
    }
  };

  // find ranks what matches every word: ids and titles at once, then with the bodies.
  const find = (x, query, show) => {
    const me = ++serial, typed = parted(query), whole = fold(query).trim();
    const titles = typed.map((word) => inTitles(x, word)), bodies = typed.map(() => null);
    const rank = () => {
      const sums = new Map();
      const all = new Set(titles.flatMap((points, i) => [...points.keys(), ...(bodies[i] || [])]));
      for (const row of all) {
        let sum = 0;
        for (let i = 0; i < typed.length && sum >= 0; i++) {
          const n = titles[i].get(row) || (bodies[i]?.has(row) ? 5 : 0);
          sum = n ? sum + n : -1;
        }
        if (sum > 0) sums.set(row, sum + (x.ids[row] === whole ? 1000 : 0) + ({ t: 6, r: 4 }[x.kinds[row]] || 0) + [3, 3, 3, 4, 4, 0, -2, -2][digit(x.states.charCodeAt(row))]);
      }
      const rows = [...sums].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      const best = rows.slice(0, 60).map(([n, sum]) => { const row = x.row(n), title = fold(row.title); return [row, sum + (title === whole ? 900 : title.startsWith(whole) ? 30 : 0)]; });
      show(best.sort((a, b) => b[1] - a[1] || a[0].n - b[0].n).map(([row]) => row), rows.length, typed);
    };
    rank();
    typed.forEach((word, i) => inBodies(x, word, (rows) => { bodies[i] = rows; if (me === serial) rank(); }));
  };

  // marked sets text with what was looked for marked in it.
  const marked = (text, typed) => {
    if (!typed.length) return [text];
    const out = [];
    let at = 0;
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      const folded = fold(word), hit = typed.find((t) => spaceless.test(t) ? folded.includes(t) : folded.startsWith(t) || slip(t, folded));
      if (!hit) continue;
      const from = index + Math.max(0, folded.indexOf(hit)), to = folded.startsWith(hit) || folded.includes(hit) ? from + hit.length : index + word.length;
      out.push(text.slice(at, from), make('mark', {}, text.slice(from, to)));
      at = to;
    }
    return [...out, text.slice(at)];
  };

  // excerpt is the stretch of a text around the first word that was looked for.
  const excerpt = (text, typed) => {
    let from = 0;
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) if (typed.some((t) => fold(word).startsWith(t))) { from = index; break; }
    from = from < 90 ? 0 : text.indexOf(' ', from - 60) + 1;
    const part = text.slice(from, from + 170);
    return [from ? '… ' : '', ...marked(part, typed), from + 170 < text.length ? ' …' : ''];
  };

  // panel wires a field to its list of results.
  const panel = (input, list, out, most) => {
    let hits = [], at = -1;
    const pick = (n) => {
      at = hits.length ? (n + hits.length) % hits.length : -1;
      [...list.children].forEach((o, i) => o.setAttribute('aria-selected', i === at));
      input.setAttribute('aria-activedescendant', at < 0 ? '' : list.children[at].id);
      if (at > 0) list.children[at].scrollIntoView({ block: 'nearest' });
    };
    const draw = (x, rows, all, typed) => {
      hits = rows.slice(0, most);
      list.replaceChildren(...hits.map((row, i) => {
        const quote = make('span', { className: 'muted hit-t' });
        get('t' + Math.floor(row.n / x.per), (part) => quote.replaceChildren(...excerpt(part.texts[row.n % x.per], typed)));
        const badge = row.letter ? make('b', { className: 'shield ' + row.shield, attr: { 'aria-hidden': true } }, row.letter) : make('span', {});
        const name = { t: x.kind.Theme, r: x.kind.Release, p: x.kind.Page }[row.kind] || row.id;
        const hit = make('li', { id: 'at.hit' + i, className: 'hit', attr: { role: 'option' } }, badge,
          make('span', {}, make('b', {}, ...marked(row.title, typed)), quote), make('span', { className: 'muted hit-k' }, ...marked(name, typed), row.kind === 'i' ? make('span', { className: 'hit-s' }, x.names[row.state]) : ''));
        // An option may hold no link, so it does what one would.
        hit.onclick = (event) => { if (event.ctrlKey || event.metaKey) self.open(base + row.href); else location.href = base + row.href; };
        return hit;
      }));
      out.textContent = !typed.length ? say('begin') : all ? say('found', { n: all.toLocaleString(root.lang) }) : say('none');
      pick(0);
    };
    const search = () => get('index', (x) => {
      if (input.value.trim()) return find(x, input.value, (rows, all, typed) => draw(x, rows, all, typed));
      serial++;
      draw(x, [...Array(Math.min(x.size, 400)).keys()].filter((n) => 'tr'.includes(x.kinds[n])).map(x.row), 0, []);
    }, () => { out.textContent = say('failed'); });
    input.addEventListener('input', search);
    input.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowDown') pick(at + 1); else if (event.key === 'ArrowUp') pick(at - 1);
      else if (event.key === 'Enter' && hits[at]) list.children[at].click(); else return;
      event.preventDefault();
    });
    return search;
  };
  const field = (list) => make('input', { type: 'text', placeholder: say('hint'), autocomplete: 'off', spellcheck: false, enterKeyHint: 'go', attr: { role: 'combobox', 'aria-expanded': true, 'aria-controls': list, 'aria-autocomplete': 'list', 'aria-label': say('search') } });
  const results = (id) => make('ul', { id, attr: { role: 'listbox', 'aria-label': say('results') } });

  let dialog, again;
  const open = () => {
    const page = $('.search-page input');
    if (page) return page.focus();
    if (!dialog) {
      const input = field('at.hits'), list = results('at.hits'), out = make('output', { attr: { 'aria-live': 'polite' } });
      const key = (k, words) => make('span', {}, ...k.split(' ').flatMap((c) => [make('kbd', {}, c), ' ']), say(words));
      dialog = make('dialog', { className: 'find', attr: { 'aria-label': say('search') } }, make('div', { className: 'find-q' }, input), list, make('p', { className: 'row find-f muted' }, out, key('↑ ↓', 'choose'), key('Enter', 'open'), key('Esc', 'close')));
      dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
      again = panel(input, list, out, 12);
      document.body.append(dialog);
    }
    dialog.showModal();
    $('input', dialog).select();
    again();
  };
  for (const link of $$('[data-search]')) link.addEventListener('click', (event) => { if (event.ctrlKey || event.metaKey || event.shiftKey) return; event.preventDefault(); open(); });

  // The search as a page of its own: what is looked for lives in the address.
  const place = $('.search-page');
  if (place) {
    const input = field('at.found'), list = results('at.found'), out = make('output', { className: 'muted', attr: { 'aria-live': 'polite' } });
    input.value = new URLSearchParams(location.search).get('q') || '';
    place.replaceChildren(input, out, list);
    const search = panel(input, list, out, 60);
    input.addEventListener('input', () => { try { history.replaceState(null, '', input.value ? '?q=' + encodeURIComponent(input.value) : location.pathname); } catch { /* file:// in some browsers */ } });
    input.focus();
    search();
  }

  return { open, load: (name, then) => get('index', (x) => get(name, (part) => then(part, x))) };
})();
