// Runs before the page is shown: it must never appear in the wrong colours.
(() => {
  const root = document.documentElement;
  root.classList.add('js');
  // The font lies in the sheet: read now, it is there when the first text is laid out.
  document.fonts.load('1em Milepost');
  try {
    const mode = localStorage.getItem('mode');
    if (mode === 'light' || mode === 'dark') root.dataset.theme = mode;
  } catch { /* no storage, no choice */ }
})();
