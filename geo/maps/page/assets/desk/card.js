// Leads the keyboard to the card on which something is put right, and back to where it was asked for.

const CARD = ".st-key-card";
const CLOSE = ".st-key-card_close button";
// A list of choices or a box over the page, which the Escape key shuts first.
const OVER_CARD = "[role=listbox], [data-testid=stPopoverBody]";

export class Card {
  /** @param {string} name what a screen reader calls it */
  constructor(name) {
    this.name = name;
    this.isAwaited = false;
    this.isOpen = false;
    /** @type {() => void} */
    this.back = () => {};
    // Streamlit draws it when the server has answered.
    this.watch = new MutationObserver(() => this.look());
  }

  /** @param {() => void} back where the keyboard shall be when it is closed */
  asked(back) {
    this.back = back;
    this.isAwaited = true;
    this.watch.observe(document.body, { childList: true, subtree: true });
  }

  look() {
    const card = document.querySelector(CARD);
    if (card instanceof HTMLElement && this.isAwaited) {
      this.isAwaited = false;
      this.isOpen = true;
      card.tabIndex = -1;
      card.setAttribute("role", "dialog");
      card.setAttribute("aria-label", this.name);
      card.focus({ preventScroll: true });
    } else if (!card && this.isOpen) {
      this.end();
      // Who has gone on to something else meanwhile stays there.
      if (document.activeElement === document.body) this.back();
    }
  }

  /** @returns {() => void} what ends that the Escape key closes the card */
  closeByEscape() {
    // When the key has got here, what lay over the card is shut already: only before, one can tell.
    let isForCard = true;
    const before = () => (isForCard = !document.querySelector(OVER_CARD));
    const escaped = (/** @type {KeyboardEvent} */ { key }) => {
      if (key === "Escape" && isForCard) this.close();
    };
    document.addEventListener("keydown", before, true);
    document.addEventListener("keydown", escaped);
    return () => {
      document.removeEventListener("keydown", before, true);
      document.removeEventListener("keydown", escaped);
    };
  }

  close() {
    /** @type {HTMLElement | null} */
    const button = document.querySelector(CLOSE);
    button?.click();
  }

  end() {
    this.isOpen = false;
    this.watch.disconnect();
  }
}
