// Building elements without templates in strings: nothing a partner is called can become mark-up.
const SVG = 'http://www.w3.org/2000/svg';

export const h = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
export const s = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value') element.value = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** The page's words: say('map.ties', 3) fills {0}; a key ending in ".one" is taken for exactly one. */
export function speaker(words) {
  return (key, ...values) => {
    const sentence = (values[0] === 1 && words[`${key}.one`]) || words[key] || key;
    return sentence.replace(/\{(\d)\}/g, (_, index) => String(values[index] ?? ''));
  };
}
