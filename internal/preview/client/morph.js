// A page is changed where its source has changed, and nowhere else. Three trees
// take part: the page as it was made, which nobody but this code touches; the page
// as it is made now; and the document, in which a reader has typed and opened and
// chosen, and scripts have added and hidden. What differs between the first two is
// done to the third, and to the first, which then is as the second.

// twins leads from a node of the page as it was made to the same in the document.
const twins = new WeakMap();
const pair = (made, live) => {
  twins.set(made, live);
  const children = [...live.childNodes];
  [...made.childNodes].forEach((child, n) => pair(child, children[n]));
};

// signer gives nodes a number each; nodes that are alike have the same.
const signer = () => {
  const numbers = new Map(), known = new WeakMap();
  return function sign(node) {
    let number = known.get(node);
    if (number) return number;
    const text = node.nodeType === Node.ELEMENT_NODE
      ? [node.nodeName, ...[...node.attributes].map((a) => JSON.stringify([a.name, a.value])).sort(), '', ...[...node.childNodes].map(sign)].join(' ')
      : node.nodeType + ' ' + node.data;
    if (!(number = numbers.get(text))) numbers.set(text, number = numbers.size + 1);
    known.set(node, number);
    return number;
  };
};

// match finds for children as they are now which they were before: by id; else what
// is alike; else what stands between the same neighbours and is of the same kind.
const match = (before, now, sign) => {
  const was = new Map(), left = new Set(before);
  const take = (node, old) => { was.set(node, old); left.delete(old); };
  const ids = new Map(before.filter((old) => old.id).map((old) => [old.id, old]));
  for (const node of now) {
    const old = node.id && ids.get(node.id);
    if (old && left.has(old) && old.nodeName === node.nodeName) take(node, old);
  }
  const alike = new Map();
  for (const old of left) alike.set(sign(old), [...(alike.get(sign(old)) || []), old]);
  for (const node of now) {
    const old = !was.has(node) && alike.get(sign(node))?.shift();
    if (old) take(node, old);
  }
  const at = new Map(before.map((old, n) => [old, n]));
  let next = 0;
  for (const node of now) {
    if (was.has(node)) {
      next = at.get(was.get(node)) + 1;
      continue;
    }
    let n = next;
    while (n < before.length && left.has(before[n]) && !(before[n].nodeName === node.nodeName && !before[n].id && !node.id)) n++;
    if (n < before.length && left.has(before[n])) {
      take(node, before[n]);
      next = n + 1;
    }
  }
  return { was, left, at };
};

// staying are the most of some numbers that stand in order already: the rest moves.
const staying = (numbers) => {
  const ends = [], from = [];
  numbers.forEach((number, n) => {
    let low = 0, high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[ends[middle]] < number) low = middle + 1; else high = middle;
    }
    from[n] = ends[low - 1];
    ends[low] = n;
  });
  const out = new Set();
  for (let n = ends.at(-1); n !== undefined; n = from[n]) out.add(numbers[n]);
  return out;
};

// patch does to the document what has changed between made and fresh. hooks.attribute
// may take a change of an attribute upon itself, hooks.node is told of elements that
// come and go.
const patch = (made, fresh, hooks) => {
  const sign = signer();

  const attributes = (made, fresh, live) => {
    const set = (name, value, attribute) => {
      if (!hooks.attribute(live, name, value)) {
        if (attribute) live.setAttributeNode(attribute.cloneNode()); else live.removeAttribute(name);
      }
      if (attribute) made.setAttributeNode(attribute.cloneNode()); else made.removeAttribute(name);
    };
    for (const a of [...fresh.attributes]) if (made.getAttribute(a.name) !== a.value) set(a.name, a.value, a);
    for (const a of [...made.attributes]) if (!fresh.hasAttribute(a.name)) set(a.name, null, null);
  };

  const children = (made, fresh, live) => {
    const before = [...made.childNodes], now = [...fresh.childNodes];
    const { was, left, at } = match(before, now, sign);
    const replaced = before.length > 0 && before.every((old) => twins.get(old).parentNode !== live); // by a script
    for (const old of left) {
      hooks.node(old);
      twins.get(old).remove();
    }
    const stay = staying(now.filter((node) => was.has(node)).map((node) => at.get(was.get(node))));
    let next = null;
    const all = now.reverse().map((node) => {
      let old = was.get(node), copy;
      if (!old) {
        hooks.node(node);
        old = made.ownerDocument.importNode(node, true);
        pair(old, copy = document.importNode(node, true));
      } else if (sign(old) !== sign(node)) {
        one(old, node);
      }
      copy = twins.get(old);
      if (!was.has(node) || !stay.has(at.get(old))) live.insertBefore(copy, next?.parentNode === live ? next : null);
      next = copy;
      return old;
    });
    made.replaceChildren(...all.reverse());
    if (replaced) live.replaceChildren(...all.map((node) => twins.get(node)));
  };

  const one = (made, fresh) => {
    const live = twins.get(made);
    if (made.nodeType !== Node.ELEMENT_NODE) {
      made.data = live.data = fresh.data;
      return;
    }
    attributes(made, fresh, live);
    children(made, fresh, live);
  };
  one(made, fresh);
};
