// The preview's script. It runs before the site's own, and sees the page as it was
// made; it takes itself out, so that nothing of it is left to be compared.
const me = document.currentScript, own = { ...me.dataset };
const place = new URL('.', me.src), site = new URL('..', place), page = decodeURIComponent(own.page);
me.remove();

