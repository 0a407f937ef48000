// Small behaviours of links and fields, delegated from the document so that they need no set-up when Blazor changes the page.

// A link to a place in the same page moves the focus there: with <base href="/"> a bare fragment would leave the page.
document.addEventListener('click', event => {
  const link = event.target.closest?.('a[data-focus]');
  const target = link && document.getElementById(link.dataset.focus);
  if (!target) return;
  event.preventDefault();
  event.stopPropagation();
  const isHeading = target.matches('h2');
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: isHeading ? 'start' : 'center' });
  if (isHeading) history.replaceState(history.state, '', link.href);
}, true);

// The next page of a list is read from its top.
document.addEventListener('click', event => {
  if (event.target.closest?.('.pager a')) document.querySelector('.list-tools')?.scrollIntoView({ block: 'start' });
});

const italianDay = /^\s*(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})\s*$/;

function isoDay(text) {
  const parts = italianDay.exec(text);
  return parts ? `${parts[3]}-${parts[2].padStart(2, '0')}-${parts[1].padStart(2, '0')}` : '';
}

// The calendar button opens the browser's own picker, kept in a hidden date input beside the text.
document.addEventListener('click', event => {
  const button = event.target.closest?.('button[data-calendar]');
  if (!button) return;
  const picker = button.parentElement.querySelector('input[type=date]');
  const text = document.getElementById(button.dataset.calendar);
  picker.value = isoDay(text.value);
  if (picker.showPicker) picker.showPicker(); else picker.focus();
});

// Choosing a day writes it in the text field and tells Blazor as if it had been typed.
document.addEventListener('change', event => {
  const picker = event.target;
  if (!picker.matches?.('input[type=date][data-picks]') || !picker.value) return;
  const text = document.getElementById(picker.dataset.picks);
  const [year, month, day] = picker.value.split('-');
  text.value = `${day}/${month}/${year}`;
  text.dispatchEvent(new Event('change', { bubbles: true }));
  text.focus();
});

// Only the keys that move in a list of suggestions go to the server; the arrows keep the caret still, and Enter chooses instead of submitting.
const listKeys = new Set(['ArrowDown', 'ArrowUp', 'Enter', 'Escape']);

document.addEventListener('keydown', event => {
  const box = event.target;
  if (!box.matches?.('[role=combobox]') || !listKeys.has(event.key) || event.isComposing) return;
  // An arrow may have opened the list while the server's answer is still under way: what was pressed first counts first.
  const open = box.getAttribute('aria-expanded') === 'true' || 'moving' in box.dataset;
  if (!open && event.key !== 'ArrowDown') return;
  if (event.key.startsWith('Arrow')) box.dataset.moving = ''; else delete box.dataset.moving;
  event.preventDefault();
  if (event.key === 'Escape') event.stopPropagation();
  box.dispatchEvent(new CustomEvent('suggestkey', { bubbles: true, detail: { key: event.key } }));
}, true);

for (const over of ['input', 'focusout']) {
  document.addEventListener(over, event => { if (event.target.matches?.('[role=combobox]')) delete event.target.dataset.moving; }, true);
}

// The browser cuts a long paste at the field's limit without a word: the page says it.
document.addEventListener('paste', event => {
  const box = event.target;
  if (!(box.maxLength > 0)) return;
  const pasted = event.clipboardData?.getData('text') ?? '';
  const room = box.maxLength - box.value.length + (box.selectionEnd - box.selectionStart);
  if (pasted.length > room) box.dispatchEvent(new CustomEvent('textcut', { bubbles: true, detail: { kept: box.maxLength } }));
}, true);

function registerEvents() {
  Blazor.registerCustomEventType('suggestkey', {
    createEventArgs: event => ({ key: event.detail.key }),
  });
  Blazor.registerCustomEventType('textcut', {
    createEventArgs: event => ({ kept: event.detail.kept }),
  });
}

registerEvents();
