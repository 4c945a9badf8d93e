// The colours: as the system has them, light, dark.
{
  const modes = ['', 'light', 'dark'];
  const show = (button) => {
    button.title = say(root.dataset.theme || 'auto');
    button.setAttribute('aria-label', button.title);
  };
  for (const button of $$('[data-mode]')) {
    show(button);
    button.addEventListener('click', () => {
      const mode = modes[(modes.indexOf(root.dataset.theme || '') + 1) % modes.length];
      if (mode) root.dataset.theme = mode; else delete root.dataset.theme;
      store.set('mode', mode);
      show(button);
    });
  }
}
