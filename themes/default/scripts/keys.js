// Keys. A reader can switch the single ones off (WCAG 2.1.4).
{
  const pages = { r: 'index', t: 'timeline', b: 'backlog', o: 'board', m: 'map', l: 'releases', s: 'shipped', h: 'health' };
  const keys = [
    [/Mac|iP/.test(navigator.platform) ? '⌘ K' : 'Ctrl K', 'k-search'], ['/', 'k-filter'], ['j k', 'k-lines'], ['u', 'k-up'], ['d', 'k-down'],
    ['[ ]', 'k-sides'], ['e', 'k-edit'], ['g r', 'k-go'], ['?', 'k-help'],
  ];
  let help, went = 0;
  const showHelp = () => {
    if (!help) {
      const single = make('input', { type: 'checkbox', checked: store.get('keys') !== 'off' });
      single.addEventListener('change', () => store.set('keys', single.checked ? '' : 'off'));
      const close = make('button', { className: 'btn push', type: 'button' }, say('Close'));
      close.addEventListener('click', () => help.close());
      const list = keys.flatMap(([key, text]) => [make('dt', {}, ...key.split(' ').flatMap((k) => [make('kbd', {}, k), ' '])), make('dd', {}, say(text))]);
      help = make('dialog', { className: 'sheet-d', attr: { 'aria-label': say('keyboard') } }, make('h2', {}, say('keyboard')), make('dl', {}, ...list),
        make('p', { className: 'row' }, make('label', {}, single, ' ' + say('single')), close));
      document.body.append(help);
    }
    help.showModal();
  };
  for (const button of $$('[data-help]')) button.addEventListener('click', showHelp);

  const walk = (step) => {
    const titles = $$('main :is(.b-t, .tcard h3 a, .k-t a, .rel-m h3 a, .words a)').filter((a) => a.offsetParent);
    const at = titles.indexOf(document.activeElement);
    (titles[at + step] || titles[step > 0 ? 0 : titles.length - 1])?.focus();
  };
  const follow = (selector) => $$(selector).at(-1)?.click();
  const actions = {
    '/': (event) => { event.preventDefault(); const words = $('.filters [type=search]'); if (words) words.focus(); else milepostSearch.open(); },
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
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      milepostSearch.open();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.target.closest('input, select, textarea, dialog, [contenteditable]') || store.get('keys') === 'off') return;
    const soon = Date.now() - went < 1200;
    went = event.key === 'g' ? Date.now() : 0;
    if (soon && pages[event.key]) location.href = base + pages[event.key] + '.html';
    else actions[event.key]?.(event);
  });
}
