/** The slim map at the window's edge: where the text is shared and with whom, 套话 told apart. Only for the eye. */
import { element, picture } from "../element.ts";
import { rangeOf } from "../reading/text.ts";
import { type Band, bandsOf } from "./bands.ts";
import type { Places, Stretch } from "./places.ts";
import type { Preview } from "./preview.ts";
import { sentence } from "./view.ts";

const HEIGHT = 1000;
const WIDTH = 12;
const LEAST = 2;
const STRONG = 4; // documents: darker it does not get
const NAMED = 3; // documents that a preview names
const NEAR = 6; // pixels: so near to a band the pointer means it

interface Drawn {
  readonly band: Band;
  readonly top: number; // of the page, in pixels
  readonly bottom: number;
}

export class SharingMap {
  private readonly places: Places;
  private readonly holder: (paragraph: number) => Element | null;
  private readonly map = picture("svg", { class: "hj-map", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" });
  private drawn: readonly Drawn[] = [];

  constructor(places: Places, holder: (paragraph: number) => Element | null, preview: Preview, show: (stretch: Stretch) => void) {
    this.places = places;
    this.holder = holder;
    if (!places.data.documents.length) return;
    document.body.append(this.map);
    this.map.addEventListener("mousemove", (event) => {
      const near = this.near(event.clientY);
      preview.plan(new DOMRect(innerWidth - WIDTH, event.clientY, WIDTH, 0), () => this.told(near?.band));
    });
    this.map.addEventListener("mouseleave", () => preview.cancel());
    this.map.addEventListener("click", (event) => {
      const near = this.near(event.clientY);
      scrollTo({ top: (near?.top ?? this.pageAt(event.clientY)) - innerHeight / 3 });
      if (near) show(near.band);
    });
    // What changes the page's height moves everything: a fold that opens, a font that arrives, a window.
    new ResizeObserver(() => this.draw()).observe(document.body);
  }

  draw(): void {
    if (getComputedStyle(this.map).display === "none") return; // on a phone
    const whole = document.documentElement.scrollHeight;
    this.drawn = bandsOf(this.places).flatMap((band) => {
      const found = this.holder(band.paragraph);
      if (!found) return [];
      const box = rangeOf(found, band.start, band.end).getBoundingClientRect();
      return [{ band, top: box.top + scrollY, bottom: box.bottom + scrollY }];
    });
    this.map.replaceChildren(
      ...this.drawn.map(({ band, top, bottom }) => {
        const height = Math.max(LEAST, ((bottom - top) / whole) * HEIGHT);
        const share = Math.min(band.documents.length, STRONG) / STRONG;
        const place = band.generic ? { x: 0, width: 3, class: "hj-map-common" } : { x: 3, width: 9, class: "hj-map-own" };
        return picture("rect", { ...place, y: (top / whole) * HEIGHT, height, opacity: 0.3 + 0.6 * share });
      }),
    );
  }

  /** 此处见于《…》《…》等 4 篇, and how much of the text stands in the first of them. */
  private told(band: Band | undefined): Node[] {
    const others = (band?.documents ?? [0]).map((at) => this.places.data.documents[at]).filter((each) => each !== undefined);
    const names = others.slice(0, NAMED).map((each) => `《${each[1]}》`).join("");
    const rest = others.length > NAMED ? ` 等 ${others.length} 篇` : "";
    return [
      ...(band ? [element("p", {}, `${band.generic ? "此处的套话" : "此处"}见于${names}${rest}。`)] : []),
      ...others.slice(0, 1).map((each) => element("p", { class: "hj-count" }, sentence(each))),
    ];
  }

  private pageAt(y: number): number {
    const box = this.map.getBoundingClientRect();
    return ((y - box.top) / box.height) * document.documentElement.scrollHeight;
  }

  private near(y: number): Drawn | undefined {
    const at = this.pageAt(y);
    const reach = (NEAR / this.map.getBoundingClientRect().height) * document.documentElement.scrollHeight;
    const away = ({ top, bottom }: Drawn): number => Math.max(top - at, at - bottom, 0);
    return this.drawn.filter((each) => away(each) <= reach).sort((a, b) => away(a) - away(b) || Number(a.band.generic) - Number(b.band.generic))[0];
  }
}
