// The portal's own «connection lost» window. Blazor tells its state through an event on the element that bears the agreed id.
const modalId = 'components-reconnect-modal';

function modal() {
  return document.getElementById(modalId);
}

function show() {
  const window = modal();
  if (window && !window.open) window.showModal();
}

function hide() {
  modal()?.close();
}

function stateChanged(event) {
  const state = event.detail.state;
  event.currentTarget.dataset.state = state;
  switch (state) {
    case 'hide':
      hide();
      break;
    case 'rejected':
    case 'resume-failed':
      // The server no longer has this page's circuit: a fresh page is the only way on.
      show();
      location.reload();
      break;
    default:
      show();
  }
}

async function retry() {
  const window = modal();
  window.dataset.state = 'retrying';
  try {
    const reached = await Blazor.reconnect();
    if (reached) {
      hide();
    } else {
      location.reload();
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
