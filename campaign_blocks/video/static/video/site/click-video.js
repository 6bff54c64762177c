/* The poster becomes a button; a click plays, Escape or "Close" gives the poster and the focus back. */
class ClickVideo extends HTMLElement {
  connectedCallback() {
    const template = this.querySelector("template");
    this.link = this.querySelector(".video__link");
    if (!template || !this.link || this.play) return;
    const made = template.content.cloneNode(true);
    this.video = made.querySelector("video");
    this.video?.remove();
    this.play = made.querySelector(".video__play");
    this.shut = made.querySelector(".video__close");
    this.link.replaceWith(made);
    this.play.addEventListener("click", () => this.open());
    this.shut.addEventListener("click", () => this.close());
    this.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.play.hidden) this.close();
    });
  }

  open() {
    this.player = this.video ?? this.frame();
    this.play.hidden = true;
    this.play.after(this.player);
    this.shut.hidden = false;
    this.player.focus();
    if (this.player !== this.video) return;
    /* Not marked "default" in the page: that would fetch the captions before anybody asked. */
    if (this.video.textTracks[0]) this.video.textTracks[0].mode = "showing";
    this.video.play().catch(() => {});
  }

  frame() {
    const frame = document.createElement("iframe");
    frame.className = "video__player";
    frame.title = this.link.dataset.title;
    frame.allow = "autoplay; fullscreen; picture-in-picture";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.src = this.link.dataset.frame;
    return frame;
  }

  close() {
    this.video?.pause();
    this.player.remove();
    this.shut.hidden = true;
    this.play.hidden = false;
    this.play.focus();
  }
}
customElements.define("click-video", ClickVideo);
