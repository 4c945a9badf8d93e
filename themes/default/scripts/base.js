// What the other scripts build on. All of them only improve a page that is complete
// without. They are joined into one file, this first.
const base = document.currentScript.dataset.root, root = document.documentElement;
const words = self.milepostWords || {};
const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

// say gives words of the interface with numbers put in.
const say = (key, numbers = {}) => (words[key] || '').replace(/\{(\w+)\}/g, (_, name) => numbers[name] ?? '');

// make builds an element: properties, attributes under "attr", children. Text is
// only ever set as text.
const make = (tag, { attr = {}, ...props } = {}, ...children) => {
  const e = Object.assign(document.createElement(tag), props);
  for (const [name, value] of Object.entries(attr)) e.setAttribute(name, value);
  e.append(...children);
  return e;
};

// icon draws a shape of the page's sprite, if the page has it.
const icon = (id, className) => {
  const ns = 'http://www.w3.org/2000/svg', svg = document.createElementNS(ns, 'svg'), use = document.createElementNS(ns, 'use');
  svg.setAttribute('class', className);
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', '#' + id);
  svg.append(use);
  return svg;
};

// store remembers choices where the browser lets it.
const store = {
  get(key) { try { return localStorage.getItem(key); } catch { return null; } },
  set(key, value) { try { value ? localStorage.setItem(key, value) : localStorage.removeItem(key); } catch { /* private */ } },
};

// On a narrow screen the menu scrolls: bring the current entry into view.
{
  const current = $('.mainnav [aria-current]');
  if (current) current.closest('.mainnav').scrollLeft = current.offsetLeft - 80;
}
