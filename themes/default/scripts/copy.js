// A link to the heading or the item beside it, to be copied.
{
  const copy = (button, href) => {
    const done = () => {
      button.dataset.done = say('copied');
      setTimeout(() => delete button.dataset.done, 1500);
    };
    navigator.clipboard?.writeText(new URL(href, location.href).href).then(done, () => { location.href = href; });
    if (!navigator.clipboard) location.href = href;
  };
  const offer = (after, href) => {
    const button = make('button', { type: 'button', className: 'copy', title: say('copy'), attr: { 'aria-label': say('copy') } }, '#');
    button.addEventListener('click', () => copy(button, href));
    after.append(button);
  };
  for (const heading of $$('.prose :is(h2, h3)[id]')) offer(heading, '#' + heading.id);
  for (const id of $$('.i-meta > .id')) offer(id.parentElement, location.pathname + location.search);
}
