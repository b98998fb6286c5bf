/** Copying, also where the browser gives no clipboard (plain http on a local network). */

/** Copy a text; whether it worked. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyOldWay(text);
  }
}

/** Through a field of one's own; what was selected and what had the focus are so again afterwards. */
function copyOldWay(text: string): boolean {
  const selection = document.getSelection();
  const selected = selection?.rangeCount ? selection.getRangeAt(0) : null;
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "hj-unseen";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  selection?.removeAllRanges();
  if (selected) selection?.addRange(selected);
  return done;
}
