// Starts Blazor with the portal's own timings, and loads the small behaviours that the server cannot give.
import { watchConnection } from './reconnect.js';
import './fields.js';

// A dead line must be seen within three seconds. The server sends something every second (see AddScreens), so silence is a sign.
const silenceMilliseconds = 2200;

function retryDelay(previousAttempts) {
  if (previousAttempts === 0) return 0;
  return previousAttempts < 30 ? 1000 : 5000;
}

watchConnection();
await Blazor.start({
  // Between the few pages without a circuit and the others the browser navigates by itself: language and policy come with the page.
  ssr: { disableDomPreservation: true },
  circuit: {
    configureSignalR: builder => builder.withServerTimeout(silenceMilliseconds).withKeepAliveInterval(10000),
    reconnectionOptions: { maxRetries: 200, retryIntervalMilliseconds: retryDelay },
  },
});

// Who signs out here needs no circuit any more: ended with the session, it would lead this tab to «session ended» half-way.
document.addEventListener('submit', event => {
  if (event.target.matches('form[action="/esci"]')) Blazor.disconnect?.();
});
document.documentElement.dataset.started = 'true';
