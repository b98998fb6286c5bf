/**
 * The connections of a text start when the page stands still, or at the first thing a reader does that needs
 * them: their data is as large as the page, and most of a visit is reading.
 */
import { loadData } from "../data/load.ts";
import type { DocumentData } from "../data/records.ts";
import { element } from "../element.ts";
import { whenIdle } from "../reading/idle.ts";
import { startSwitches } from "../reading/switches.ts";
import { asks, Connections, FORMULATION } from "./connections.ts";

/** Start on a document's page. */
export function startPanel(): void {
  const article = document.querySelector<HTMLElement>(".hj-doc");
  const id = article?.dataset.document;
  if (!article || !id) return;
  new Awaited(article, id);
}

/** Connections that are not there yet: what a reader asks of them meanwhile is answered when they are. */
class Awaited {
  private readonly article: HTMLElement;
  private readonly id: string;
  private connections: Connections | null = null;
  private loading: Promise<void> | null = null;
  /** The last thing asked; `null` tells it that there are no data. */
  private asked: ((connections: Connections | null) => void) | null = null;

  constructor(article: HTMLElement, id: string) {
    this.article = article;
    this.id = id;
    startSwitches(() => this.connections?.redraw());
    article.addEventListener("click", this.clicked);
    window.addEventListener("keydown", this.pressed);
    if (new URLSearchParams(location.search).has("f")) this.load();
    else whenIdle(() => this.load());
  }

  private load(): void {
    this.loading ??= loadData<DocumentData>(this.id)
      .then(
        (data) => void (this.connections = new Connections(this.article, data)),
        () => document.querySelector("[data-switches]")?.append(element("span", { role: "status" }, "本篇的互见数据未能载入，请看文末的互见。")),
      )
      .then(() => {
        this.article.removeEventListener("click", this.clicked);
        window.removeEventListener("keydown", this.pressed);
        this.asked?.(this.connections);
      });
  }

  private readonly clicked = (event: MouseEvent): void => {
    const target = event.target as Element;
    const link = target.closest<HTMLAnchorElement>(`${FORMULATION}, .hj-note`);
    if (!link || !asks(event)) return;
    event.preventDefault();
    this.asked = (connections) => {
      if (!connections?.ask(target, event.clientX, event.clientY)) location.assign(link.href);
    };
    this.load();
  };

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key !== "j" && event.key !== "k") return;
    this.asked = (connections) => connections?.pressed(event);
    this.load();
  };
}
