// Keeps what is typed: sends a field after a pause as if it had been left, and hands in the fields by itself when there is no
// circuit to send them through. Nothing is ever kept in the browser.
const pauseMilliseconds = 700;
const formAddress = '/bozze';
const tokenAddress = '/bozze/gettone';
const signedOut = 401;
const noRoom = 507;

// Milliseconds between the tries of a page that nobody answers.
const shortestWait = 1000;
const longestWait = 30000;

// Typing so fresh that its way through the circuit may not be finished when the page goes.
const freshMilliseconds = 3000;

const unsent = new Set();
let timer = 0;
let lastTyped = -Infinity;
// The form that was typed in last. Another one that stands on the screen since is none of what was typed.
let typedIn = null;
let token = null;
let isConnected = true;
let isLeaving = false;

function frameOf(box) {
  return box?.closest?.('[data-ticket]');
}

function formOf(frame) {
  return frame.dataset.tab ?? frame;
}

function typedFrame() {
  return [...document.querySelectorAll('[data-ticket]')].find(frame => formOf(frame) === typedIn);
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

// From the first key on the address names the draft: a reload finds this one and no other. After Back the form may still be
// on the screen for a moment, but the address is that of another page.
function nameDraft(address) {
  if (!address || location.pathname !== address.split('?')[0] || location.pathname + location.search === address) return;
  history.replaceState(history.state, '', address);
}

function noteTyping(box) {
  const frame = frameOf(box);
  if (!frame) return false;
  lastTyped = performance.now();
  typedIn = formOf(frame);
  if ('list' in frame.dataset) noteCell(box);
  nameDraft(frame.dataset.address);
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
  const frame = typedFrame();
  return frame ? { ticket: frame.dataset.ticket, fields: valuesOf(frame) } : null;
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

// What the portal says to the question for a token: 200 when it takes a form, 401 when nobody is signed in, 0 when it does not answer.
async function askForToken() {
  try {
    return await renewToken();
  } catch {
    return 0;
  }
}

export async function isSignedOut() {
  return await askForToken() === 401;
}

// The page goes, or typing pauses in a cell: nobody waits for an answer.
function handInLeaving() {
  const form = typedForm();
  if (form) post(form, true).catch(() => {});
}

// The form itself and its answer: the address where it goes on.
async function tryHandIn(form) {
  try {
    const answer = await post(form, false);
    return answer.ok ? { status: answer.status, address: (await answer.json()).address } : { status: answer.status };
  } catch {
    return { status: 0 };
  }
}

// The portal will say the same however often it is asked.
function isFinal(status) {
  return status >= 400 && status < 500 && status !== signedOut;
}

function reasonOf(status) {
  return { [signedOut]: 'signed-out', [noRoom]: 'no-room' }[status] ?? 'unreachable';
}

// Hands in what is on the screen, as often as it takes. Ends when the portal has it, or has said that it will never take it.
// `tell` learns why it takes long: «unreachable», «signed-out», or «no-room» for another draft.
// Gives the address at which the draft goes on, when it is another one than that of the page.
export async function handIn(tell) {
  const form = typedForm();
  if (!form) return null;
  let wasSignedOut = false;
  let isTokenNew = false;
  for (let wait = shortestWait; ;) {
    let { status, address } = await tryHandIn(form);
    if (address) return address;
    // Another session has another token: after signing in again the page needs a new one.
    if (status === 400 && !isTokenNew) {
      status = await askForToken();
      isTokenNew = status === 200;
      if (isTokenNew) continue;
    } else if (isFinal(status)) {
      // The form is not that of whoever signed in meanwhile, if somebody did: then this page is none of theirs.
      return wasSignedOut ? '/' : null;
    }
    // Many pages wait for a portal that starts again: each asks its small question, ever more rarely, before it sends its form.
    do {
      wasSignedOut ||= status === signedOut;
      tell(reasonOf(status));
      await nextTry(wait);
      wait = Math.min(wait * 1.5, longestWait);
      status = await askForToken();
    } while (status !== 200 && !isFinal(status));
    isTokenNew = status === 200;
  }
}

// After about so many milliseconds, or as soon as the user comes back to the page.
function nextTry(milliseconds) {
  return new Promise(resolve => {
    const done = () => {
      clearTimeout(waiting);
      removeEventListener('focus', done);
      resolve();
    };
    const waiting = setTimeout(done, milliseconds * (0.75 + Math.random() / 2));
    addEventListener('focus', done);
  });
}

export function connectionLost() {
  isConnected = false;
}

// What was typed while the line was dead never arrived, although the fields were left: all of it is said again.
export function connectionBack() {
  isConnected = true;
  const frame = typedFrame();
  if (!frame) return;
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
