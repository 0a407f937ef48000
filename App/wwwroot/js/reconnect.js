// The portal's own «connection lost» window. Blazor tells its state through an event on the element that bears the agreed id.
import { connectionBack, connectionLost, handIn, isSignedOut } from './typing.js';

const modalId = 'components-reconnect-modal';
let beginningAgain = false;

function modal() {
  return document.getElementById(modalId);
}

function show() {
  const window = modal();
  connectionLost();
  // Only a form with drafts is put away; on another page nothing of the kind may be promised.
  window?.toggleAttribute('data-keeps', document.querySelector('[data-ticket]') !== null);
  if (window && !window.open) window.showModal();
}

function hide() {
  modal()?.close();
  connectionBack();
}

// The server no longer has this page's circuit: a fresh page is the only way on, once the server has what was typed in this one.
async function beginAgain() {
  if (beginningAgain) return;
  beginningAgain = true;
  show();
  const window = modal();
  window.dataset.state = 'rejected';
  const address = await handIn(why => { window.dataset.state = why; });
  if (address && address !== location.pathname + location.search) location.assign(address);
  else location.reload();
}

function stateChanged(event) {
  if (beginningAgain) return;
  const state = event.detail.state;
  event.currentTarget.dataset.state = state;
  switch (state) {
    case 'hide':
      hide();
      break;
    case 'rejected':
    case 'resume-failed':
      beginAgain();
      break;
    case 'retrying':
      show();
      noticeSignedOut();
      break;
    default:
      show();
  }
}

// A server that asks for a sign-in takes no circuit back, and Blazor would go on asking it for ever.
async function noticeSignedOut() {
  if (await isSignedOut()) beginAgain();
}

async function retry() {
  const window = modal();
  window.dataset.state = 'retrying';
  try {
    const reached = await Blazor.reconnect();
    if (reached) {
      hide();
    } else {
      await beginAgain();
    }
  } catch {
    window.dataset.state = 'failed';
  }
}

export function watchConnection() {
  const window = modal();
  if (!window) return;
  window.addEventListener('components-reconnect-state-changed', stateChanged);
  // Escape would hide the window while the page is still deaf.
  window.addEventListener('cancel', event => event.preventDefault());
  window.querySelector('[data-retry]').addEventListener('click', retry);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && window.open && window.dataset.state === 'failed') retry();
  });
}
