/** Puts plain text on the clipboard, after a click. False: the page or the browser did not let us. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No clipboard object on http pages, and a page's permissions policy may withhold it; a copy event is still ours to answer.
    let copied = false;
    const answer = (event: ClipboardEvent): void => {
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      event.stopImmediatePropagation();
      copied = true;
    };
    addEventListener('copy', answer, { capture: true, once: true });
    const done = document.execCommand('copy');
    removeEventListener('copy', answer, { capture: true });
    return done && copied;
  }
}
