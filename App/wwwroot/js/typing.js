// Keeps what is typed: sends a field after a pause as if it had been left, and hands in the fields by itself when there is no
// circuit to send them through. Nothing is ever kept in the browser.
const pauseMilliseconds = 700;
const formAddress = '/bozze';
const tokenAddress = '/bozze/gettone';

// Typing so fresh that its way through the circuit may not be finished when the page goes.
const freshMilliseconds = 3000;

const unsent = new Set();
let timer = 0;
let lastTyped = -Infinity;
let typedIn = null;
let token = null;
let isConnected = true;
let isLeaving = false;

function frameOf(box) {
  return box?.closest?.('[data-ticket]');
}

function isText(box) {
  return box.id && box.matches('input:not([type=checkbox], [type=radio], [type=date]), textarea');
}

// A list has too many cells to say them all: those that were typed in last are enough. What was typed before them has long arrived,
// even if the line died without a word.
const typedCells = new Set();
const mostCells = 100;
let halfTypedCell = null;

function noteCell(box) {
  typedCells.delete(box);
  typedCells.add(box);
  if (typedCells.size > mostCells) typedCells.delete(typedCells.values().next().value);
}

function boxesOf(frame) {
  return 'list' in frame.dataset
    ? [...typedCells].filter(box => frame.contains(box))
    : frame.querySelectorAll('input[id]:not([type=radio]), select[id], textarea[id]');
}

// The values of a form as they stand on the screen, by the ids of the fields.
function valuesOf(frame) {
  const values = {};
  for (const box of boxesOf(frame)) {
    if (box.readOnly || box.disabled) continue;
    if (box.type === 'checkbox') values[box.id] = String(box.checked);
    else values[box.id] = box.maxLength > 0 ? box.value.slice(0, box.maxLength) : box.value;
  }
  return values;
}

function noteTyping(box) {
  const frame = frameOf(box);
  if (!frame) return false;
  lastTyped = performance.now();
  typedIn = frame.dataset.ticket;
  if ('list' in frame.dataset) noteCell(box);
  // From the first key on the address names the draft: a reload finds this one and no other.
  const { address } = frame.dataset;
  if (address && location.pathname + location.search !== address) history.replaceState(history.state, '', address);
  return true;
}

function send(box) {
  if (!isConnected || !box.isConnected) return;
  unsent.delete(box);
  box.dispatchEvent(new Event('change', { bubbles: true }));
}

// Sends what is half typed through the circuit.
function flush() {
  clearTimeout(timer);
  for (const box of [...unsent]) send(box);
}

// The server calls it before it lets a form or a list go: then a cell that is half typed is left as well.
function flushAll() {
  flush();
  if (halfTypedCell) send(halfTypedCell);
}

function handInCell() {
  if (halfTypedCell?.isConnected) handInLeaving();
}

document.addEventListener('input', event => {
  const box = event.target;
  if (!noteTyping(box) || !isText(box)) return;
  clearTimeout(timer);
  // A cell that is half typed is no step in its list: it is handed in beside the list, which takes it when it is left.
  const isCell = typedCells.has(box);
  if (isCell) halfTypedCell = box;
  else unsent.add(box);
  if (!event.isComposing) timer = setTimeout(isCell ? handInCell : flush, pauseMilliseconds);
}, true);

document.addEventListener('change', event => {
  if (!noteTyping(event.target) || !isConnected) return;
  unsent.delete(event.target);
  if (event.target === halfTypedCell) halfTypedCell = null;
}, true);

// What is on the screen and was typed in; null when there is nothing to hand in.
function typedForm() {
  const frame = document.querySelector('[data-ticket]');
  return frame && typedIn !== null ? { ticket: frame.dataset.ticket, fields: valuesOf(frame) } : null;
}

function post(form, keepalive) {
  token ??= document.querySelector('input[name=__RequestVerificationToken]')?.value;
  return fetch(formAddress, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', RequestVerificationToken: token ?? '' },
    body: JSON.stringify(form),
    redirect: 'manual',
    keepalive,
  });
}

async function renewToken() {
  const answer = await fetch(tokenAddress, { redirect: 'manual', cache: 'no-store' });
  if (answer.ok) token = (await answer.json()).token;
  return answer.status;
}

// Whether the portal answers, and says that nobody is signed in.
export async function isSignedOut() {
  try {
    return await renewToken() === 401;
  } catch {
    return false;
  }
}

// The page goes, or typing pauses in a cell: nobody waits for an answer.
function handInLeaving() {
  const form = typedForm();
  if (form) post(form, true).catch(() => {});
}

// Hands in what is on the screen, as often as it takes. Ends when the portal has it, or has said that it will never take it.
// `tell` learns why it takes long: «unreachable», or «signed-out».
// Gives the address at which the draft goes on, when it is another one than that of the page.
export async function handIn(tell) {
  const form = typedForm();
  if (!form) return null;
  let wasSignedOut = false;
  for (let renewed = false; ;) {
    let status = 0;
    try {
      const answer = await post(form, false);
      status = answer.status;
      if (answer.ok) return (await answer.json()).address;
      // Another session has another token: after signing in again the page needs a new one.
      if (status === 400 && !renewed) {
        status = await renewToken();
        renewed = status === 200;
        if (renewed) continue;
      }
    } catch {
      status = 0;
    }
    const signedOut = status === 401;
    // The form is not that of whoever signed in meanwhile, if somebody did: then this page is none of theirs.
    if (!signedOut && status >= 400 && status < 500) return wasSignedOut ? '/' : null;
    if (signedOut) {
      renewed = false;
      wasSignedOut = true;
    }
    tell(signedOut ? 'signed-out' : 'unreachable');
    await nextTry();
  }
}

// A second, or sooner when the user comes back to the page.
function nextTry() {
  return new Promise(resolve => {
    const done = () => {
      clearTimeout(wait);
      removeEventListener('focus', done);
      resolve();
    };
    const wait = setTimeout(done, 1000);
    addEventListener('focus', done);
  });
}

export function connectionLost() {
  isConnected = false;
}

// What was typed while the line was dead never arrived, although the fields were left: all of it is said again.
export function connectionBack() {
  isConnected = true;
  const frame = document.querySelector('[data-ticket]');
  if (!frame || typedIn === null) return;
  for (const box of boxesOf(frame)) {
    if (!box.readOnly && !box.disabled) box.dispatchEvent(new Event('change', { bubbles: true }));
  }
  unsent.clear();
}

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState !== 'hidden' || isLeaving) return;
  if (isConnected) {
    flush();
    handInCell();
  } else {
    handInLeaving();
  }
});

// A page that goes is hidden as well, when its circuit may have ended already.
addEventListener('pageshow', () => { isLeaving = false; });
addEventListener('pagehide', () => {
  isLeaving = true;
  clearTimeout(timer);
  if (unsent.size > 0 || !isConnected || performance.now() - lastTyped < freshMilliseconds) handInLeaving();
});

globalThis.portalTyping = { flush: flushAll };
