import { colorClass } from "../charts/color-class.js";
import { formatPercent } from "../format/format.js";
import { type Content, html, type Safe } from "../html/html.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";
import { name } from "./name.js";

/** A network after an epoch, with what the caption adds to the epoch. */
export interface EpochFrame {
  readonly epoch: number;
  readonly body: Content;
  readonly remark?: string;
}

/** A configuration's network at some epochs, in their order. */
export interface EpochCard {
  readonly point: PointView;
  readonly frames: readonly EpochFrame[];
}

export interface EpochChoice {
  /** Of the section. */
  readonly id: string;
  readonly cards: readonly EpochCard[];
  /** Cards wide enough for axes. */
  readonly wide?: boolean;
  /** What stands before the cards at every epoch. */
  readonly before?: Content;
}

/**
 * Networks after the epoch that a reader chooses, one choice for all of them; without a script it is a form's
 * own.
 */
export function epochChoice(view: RunView, { id, cards, wide = false, before }: EpochChoice): Safe {
  const moments = Math.max(...cards.map(({ frames }) => frames.length));
  const group = `${view.prefix}${id}-moment`;
  const choices = Array.from({ length: moments }, (_, moment) => {
    const checked = moment === moments - 1 && html` checked`;
    return html`<input type="radio" name="${group}" id="${group}-${moment}"${checked}><label for="${group}-${moment}">${momentTitle(cards, moment, moments)}</label>`;
  });
  return html`<fieldset class="choice regions"><legend>Networks after</legend>${choices}<div class="maps${wide && " curves"}">${before}${cards.map((card) => cardAt(card, moments))}</div></fieldset>
`;
}

function cardAt(card: EpochCard, moments: number): Safe {
  const { index, color, configuration } = card.point;
  const figures = Array.from({ length: moments }, (_, moment) => {
    const frame = frameAt(card, moment, moments);
    return (
      frame !== undefined &&
      html`<figure class="at-${moment}">${frame.body}<figcaption><small>epoch ${frame.epoch}${frame.remark}</small></figcaption></figure>`
    );
  });
  return html`<div class="region-card" data-p="${index}"><p><i class="swatch ${colorClass(color)}"></i>${name(configuration.label)}</p>${figures}</div>
`;
}

/** The frame shown at one of `moments` moments; if there are fewer frames, some are shown several times. */
function frameAt({ frames }: EpochCard, moment: number, moments: number): EpochFrame | undefined {
  return frames[Math.round((moment * (frames.length - 1)) / Math.max(1, moments - 1))];
}

/** `epoch 3` where all networks trained equally long, else a share of the training. */
function momentTitle(cards: readonly EpochCard[], moment: number, moments: number): string {
  const epochs = new Set(cards.map((card) => frameAt(card, moment, moments)?.epoch));
  const [epoch] = epochs;
  if (epochs.size === 1 && epoch !== undefined) return `epoch ${epoch}`;
  return `${formatPercent(moment / Math.max(1, moments - 1), 0)} of the epochs`;
}
