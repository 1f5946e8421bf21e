/** Elements made of text and other elements; nothing is ever read as markup. */

type Child = Node | string | null;

/** What an element is made with: attributes, and listeners by their event. */
export interface Made {
  readonly class?: string;
  readonly title?: string;
  readonly on?: { readonly [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void };
  readonly attributes?: Readonly<Record<string, string>>;
}

/** An element. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  { class: style, title, on = {}, attributes = {} }: Made = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (style !== undefined) made.className = style;
  if (title !== undefined) made.title = title;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  for (const [event, listener] of Object.entries(on)) made.addEventListener(event, listener as EventListener);
  made.append(...children.filter((child) => child !== null));
  return made;
}
