// The list that is pasted, and the sheet in which it is put right. A pasted class can be larger than a message of the circuit may be:
// it stays here until the server asks for it, and travels as a stream.

let pasted = '';

let limit = 0;

// Bytes, not a string: only they are streamed in pieces. One byte beyond the limit is enough for the server to see that there is more.
function bytes(text, mostBytes) {
  return new TextEncoder().encode(text).slice(0, mostBytes);
}

/** What was pasted last. */
export function takePasted() {
  const text = pasted;
  pasted = '';
  return bytes(text, limit);
}

/** What stands in the box. */
export function readBox(box, mostBytes) {
  return bytes(box.value, mostBytes);
}

/** Reads a list as soon as it is pasted; a single word may still be typed on. */
export function watchBox(box, server, mostBytes) {
  limit = mostBytes;
  const read = text => {
    pasted = text;
    server.invokeMethodAsync('PastedAsync');
  };
  box.addEventListener('paste', event => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (/[\t\n\r]/.test(text) && !box.value.trim()) read(text);
  });
  // Somebody was faster than this script.
  box.dataset.watched = '';
  if (/[\t\n\r]/.test(box.value.trim())) read(box.value);
}

const moves = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

/** Keys and pasted blocks in the sheet. */
export function watchSheet(frame, server, rowHeight, mostBytes) {
  limit = mostBytes;
  frame.dataset.rowHeight = rowHeight;
  let before = '';
  let typed = false;

  // What the server has made of a cell meanwhile counts too: it is read just before the next letter.
  frame.addEventListener('beforeinput', event => {
    if (isCell(event.target) && !typed) before = event.target.value;
  });
  frame.addEventListener('input', event => { typed = isCell(event.target) && event.target.tagName !== 'SELECT'; });
  frame.addEventListener('change', () => { typed = false; });
  frame.addEventListener('focusin', event => {
    if (!isCell(event.target)) return;
    before = event.target.value;
    typed = false;
  });

  frame.addEventListener('keydown', event => {
    const cell = event.target;
    if (!isCell(cell) || event.isComposing) return;
    const isChoice = cell.tagName === 'SELECT';
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.key === 'Escape') {
      if (isChoice ? cell.value === before : !typed) return;
      cell.value = before;
      // What was half typed may be kept already: whoever keeps it hears that it is gone.
      if (!isChoice) cell.dispatchEvent(new Event('input', { bubbles: true }));
      typed = false;
      if (isChoice) cell.dispatchEvent(new Event('change', { bubbles: true })); else cell.select();
      event.preventDefault();
    } else if (isCommand && event.key === 'Enter') {
      // A class has hundreds of cells: nobody may have to walk through them to the button below.
      event.preventDefault();
      document.querySelector('[data-after-sheet]:enabled')?.focus();
    } else if (isCommand && event.key === 'ArrowDown') {
      event.preventDefault();
      const [index, field] = [indexOf(cell), fieldOf(cell)];
      commit(cell);
      server.invokeMethodAsync('NextFaultAsync', index, field);
    } else if (isCommand) {
      const key = event.key.toLowerCase();
      const isUndo = key === 'z' && !event.shiftKey;
      if (!isUndo && key !== 'y' && !(key === 'z' && event.shiftKey)) return;
      // While a cell is being typed in, the browser takes back letters; afterwards the sheet takes back steps.
      if (typed) return;
      event.preventDefault();
      server.invokeMethodAsync(isUndo ? 'UndoAsync' : 'RedoAsync');
    } else if (event.key in moves && !event.altKey) {
      // The arrows choose in a choice, as everywhere.
      if (isChoice && event.key !== 'Enter') return;
      event.preventDefault();
      move(frame, cell, event.key === 'Enter' && event.shiftKey ? -1 : moves[event.key]);
    } else if ((event.key === 'ArrowLeft' || event.key === 'ArrowRight') && !event.shiftKey && !event.altKey) {
      const forward = event.key === 'ArrowRight';
      if (!isChoice) {
        const whole = cell.selectionStart === 0 && cell.selectionEnd === cell.value.length;
        const end = forward ? cell.value.length : 0;
        if (!whole && (cell.selectionStart !== end || cell.selectionEnd !== end)) return;
      }
      const next = neighbour(cell, forward);
      if (!next) return;
      event.preventDefault();
      enter(next);
    }
  });

  frame.addEventListener('paste', event => {
    const cell = event.target;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    // A word goes into the cell as into any other field; a spreadsheet ends even a single cell with a line break.
    if (!isCell(cell)) return;
    if (!/[\t\n\r]/.test(text.replace(/\r?\n$/, '')) && cell.tagName !== 'SELECT') return;
    event.preventDefault();
    pasted = text;
    server.invokeMethodAsync('BlockPastedAsync', indexOf(cell), fieldOf(cell));
  });

  // A row that leaves the page takes its input along: what was typed there goes to the server first.
  frame.addEventListener('scroll', () => {
    const cell = document.activeElement;
    if (frame.contains(cell) && isCell(cell) && typed && isOutOfSight(frame, cell)) {
      cell.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }, { passive: true });
}

/** Brings a cell into sight, which may make its row, and puts the focus into it. */
export async function focusCell(frame, index, field) {
  let cell = find(frame, index, field);
  if (!cell) {
    frame.scrollTop = Math.max(0, index * Number(frame.dataset.rowHeight) - frame.clientHeight / 2);
    cell = await appears(frame, index, field);
  }
  if (cell) enter(cell);
}

// Rows that were taken out have nothing to write in: they are passed over.
async function move(frame, cell, by) {
  const field = fieldOf(cell);
  for (let index = indexOf(cell) + by; index >= 0 && index < Number(frame.dataset.rows); index += by) {
    const next = find(frame, index, field);
    if (next) return enter(next);
    if (!frame.querySelector(`tr[data-index="${index}"]`)) return focusCell(frame, index, field);
  }
  commit(cell);
}

// Leaving a field sends what was typed in it.
function commit(cell) {
  cell.blur();
  enter(cell);
}

function appears(frame, index, field) {
  return new Promise(resolve => {
    const watch = new MutationObserver(() => {
      const cell = find(frame, index, field);
      if (cell) done(cell);
    });
    const timer = setTimeout(() => done(null), 3000);
    function done(cell) {
      watch.disconnect();
      clearTimeout(timer);
      resolve(cell);
    }
    watch.observe(frame, { childList: true, subtree: true });
  });
}

function enter(cell) {
  cell.focus();
  cell.select?.();
  cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function isCell(element) {
  return Boolean(element.matches?.('td[data-field] > input, td[data-field] > select'));
}

function neighbour(cell, forward) {
  let place = cell.parentElement;
  do place = forward ? place.nextElementSibling : place.previousElementSibling;
  while (place && !place.querySelector('input, select'));
  return place?.matches('[data-field]') ? place.querySelector('input, select') : null;
}

function find(frame, index, field) {
  return frame.querySelector(`tr[data-index="${index}"] > td[data-field="${field}"] > :is(input, select)`);
}

function indexOf(cell) {
  return Number(cell.closest('tr').dataset.index);
}

function fieldOf(cell) {
  return cell.parentElement.dataset.field;
}

function isOutOfSight(frame, cell) {
  const seen = frame.getBoundingClientRect();
  const place = cell.getBoundingClientRect();
  return place.bottom < seen.top || place.top > seen.bottom;
}
