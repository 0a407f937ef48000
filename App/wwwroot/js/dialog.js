// Opens a dialog as a modal one. The element may have left the page meanwhile: then there is nothing to open.
export function open(dialog) {
  if (dialog?.isConnected && !dialog.open) dialog.showModal();
}
