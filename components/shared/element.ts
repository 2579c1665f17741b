type Attributes = Readonly<Record<string, string | number | null>>;

/** An element with these attributes, but for those that are null, and with these children: text is text, never markup. */
export function element(
  tag: string,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElement {
  return filled(document.createElement(tag), attributes, children);
}

/** The same of a drawing. */
export function drawing(tag: string, attributes: Attributes, ...children: readonly Node[]): SVGElement {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function filled<E extends Element>(made: E, attributes: Attributes, children: readonly (Node | string)[]): E {
  for (const [name, value] of Object.entries(attributes))
    if (value !== null) made.setAttribute(name, `${value}`);
  made.append(...children);
  return made;
}
