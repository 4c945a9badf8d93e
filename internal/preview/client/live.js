// The page follows its source. While its tab is looked at, a connection tells of each
// new state; a page that has changed is fetched and put in place.
const made = document.cloneNode(true);
for (const part of ['head', 'body']) pair(made[part], document[part]);
let hash = own.hash, state = '', scripts = '', source = '', events = null, failures = 0, updating = null;

// pathOf is the address of an element's file without what only tells versions apart.
const pathOf = (address) => { const u = new URL(address, location.href); return u.origin + u.pathname; };
const isSheet = (e) => e.localName === 'link' && e.relList.contains('stylesheet');
const runs = (e) => e.localName === 'script' && /^$|javascript|module/.test(e.type);

// A sheet that comes first is loaded before the old one goes: the page is never
// without.
const swap = (old, href) => {
  const fresh = old.cloneNode();
  const done = () => { for (const e of [...document.querySelectorAll('link[rel~=stylesheet]')]) if (e !== fresh && pathOf(e.href) === pathOf(fresh.href) && e.compareDocumentPosition(fresh) & Node.DOCUMENT_POSITION_FOLLOWING) e.remove(); };
  fresh.onload = fresh.onerror = done;
  fresh.href = href;
  old.after(fresh);
  return fresh;
};

// put changes the document from what the page was to what it is.
const put = (fresh) => {
  let reload = false;
  const anew = (e) => { if (e.nodeType === Node.ELEMENT_NODE && (runs(e) || [...e.querySelectorAll('script')].some(runs))) reload = true; };
  const sheets = new Map();
  const hooks = {
    node: anew,
    attribute(live, name, value) {
      if (runs(live)) {
        if (name !== 'src' || value === null || pathOf(value) !== pathOf(live.getAttribute('src') || '')) reload = true;
        return true;
      }
      if (!isSheet(live) || name !== 'href' || value === null) return false;
      sheets.set(live, value);
      return true;
    },
  };
  for (const name of ['lang', 'dir']) document.documentElement.setAttribute(name, fresh.documentElement.getAttribute(name) || '');
  patch(made.head, fresh.head, hooks);
  patch(made.body, fresh.body, hooks);
  if (reload) return location.reload();
  for (const [old, href] of sheets) {
    const sheet = swap(old, href);
    for (const e of made.querySelectorAll('link')) if (twins.get(e) === old) twins.set(e, sheet);
  }
  // A form that filters what is there does it with what is new.
  if (location.search) for (const form of document.forms) form.dispatchEvent(new Event('input', { bubbles: true }));
  clearTimeout(later);
  later = setTimeout(loadAgain, 1000);
};

// Scripts that the page's own have loaded, the parts of a search index, are loaded
// anew, when nobody waits for anything else.
let later = 0;
const loadAgain = () => {
  const added = [...document.head.querySelectorAll('script[src]')].filter((e) => runs(e) && !ownScripts.has(e));
  for (const old of added) {
    const script = document.createElement('script');
    script.async = false; // in the order in which they came
    script.src = pathOf(old.src) + '?v=' + state;
    old.replaceWith(script);
  }
};
const ownScripts = new Set(document.querySelectorAll('script'));

// update fetches the page as it is now. Of several updates the last counts.
const update = async () => {
  updating?.abort();
  const mine = updating = new AbortController();
  try {
    const answer = await fetch(location.href, { cache: 'no-store', signal: mine.signal });
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (mine.signal.aborted) return;
    const tag = fresh.querySelector('script[data-hash]');
    if (!tag) return location.reload();
    hash = tag.dataset.hash;
    tag.remove();
    put(fresh);
  } catch (error) {
    if (error.name !== 'AbortError' && error.name !== 'TypeError') throw error; // it is gone, and comes back with the connection
  }
};

// touch loads copied files anew: all of them where it is not known which changed.
const touch = (files, version) => {
  const touched = files && new Set(files.map((file) => new URL(file.split('/').map(encodeURIComponent).join('/'), site).pathname));
  const changed = (address) => {
    const u = new URL(address, location.href);
    return u.origin === location.origin && (touched ? touched.has(u.pathname) : true) ? u.pathname + '?v=' + version : '';
  };
  for (const img of document.images) if (img.getAttribute('src') && changed(img.src)) img.src = changed(img.src);
  if (!touched) return;
  for (const sheet of document.querySelectorAll('link[rel~=stylesheet]')) {
    if (!changed(sheet.href)) continue;
    const fresh = swap(sheet, changed(sheet.href));
    for (const e of made.querySelectorAll('link')) if (twins.get(e) === sheet) twins.set(e, fresh);
  }
  for (const script of document.querySelectorAll('script[src]')) if (changed(script.src)) location.reload();
};

const hear = (message) => {
  failures = 0;
  const known = state;
  ({ state, source = '' } = message);
  if (scripts && message.scripts !== scripts) return location.reload();
  scripts = message.scripts;
  overlay.tell(message);
  if (message.touched) touch(message.touched, state);
  else if (known && known !== state && asleep) touch(null, state);
  asleep = false;
  if (message.follow && message.follow !== page) {
    location.href = new URL(message.follow.split('/').map(encodeURIComponent).join('/'), site);
    return;
  }
  if (message.made && message.page !== hash) update();
};

// A browser opens six connections to one server: only tabs that are seen have one.
let asleep = false;
const connect = () => {
  if (events || document.hidden) return;
  events = new EventSource(new URL('events?page=' + encodeURIComponent(own.page), place));
  events.onmessage = (event) => hear(JSON.parse(event.data));
  events.onerror = () => {
    disconnect();
    if (++failures > 1) overlay.lose();
    setTimeout(connect, Math.min(200 * failures, 1000));
  };
};
const disconnect = () => {
  events?.close();
  events = null;
  asleep = true;
};
document.addEventListener('visibilitychange', () => (document.hidden ? disconnect() : connect()));
addEventListener('pagehide', disconnect);
addEventListener('pageshow', connect);

// e opens the source, where there is an editor for it, unless a reader has switched
// single keys off.
const wantsKeys = () => { try { return localStorage.getItem('keys') !== 'off'; } catch { return true; } };
document.addEventListener('keydown', (event) => {
  if (event.key !== 'e' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !source || !wantsKeys()) return;
  if (event.target.closest?.('input, select, textarea, dialog, [contenteditable]')) return;
  event.stopImmediatePropagation();
  event.preventDefault();
  location.href = source;
}, true);

connect();
