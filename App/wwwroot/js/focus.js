// Puts the focus on a field that the server names, once the page shows it.
export function focusOn(id) {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
