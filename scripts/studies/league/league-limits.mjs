import { datasetsOf } from "./league-rows.mjs";
import { listed } from "./league-words.mjs";

/** What the league does not show, above all that it shows; its numbers are those of the sweep file. */
export function limitsLines({ run: { study } }) {
  const [{ spec }] = study.points;
  const { dataset, model, train } = spec;
  const rates = study.axes.find(({ name }) => name === "train.lr")?.values ?? [train.lr];
  const number = (value) => value.toLocaleString("en-US");
  const fresh = study.confirm?.seeds.length ?? 0;
  return [
    "## What this does not show",
    "",
    `> **This is a ranking of activations in small dense networks, trained briefly, and of nothing else.** ${listed(datasetsOf(study))}, ${number(dataset.train)} training examples, hidden layers of ${model.hidden.join(" and ")} units, ${train.epochs} epochs, batches of ${train.batch_size}, ${train.optimizer ?? "sgd"}. Convolutional networks, transformers, deep networks, long training, normalization layers, other optimizers and other data may order them otherwise, and many of these activations were made for just that.`,
    "",
    `- The grid has ${rates.length} learning rates (${rates.join(", ")}). An activation whose best rate lies outside or between them is shown worse than it is; initialization, weight decay and schedule are the same for all and were tuned for none.`,
    `- A few seeds chose each rate (${study.seeds.length}), by halving. Numbers come from ${fresh} fresh seeds, so they are not too good, but a better rate may have been missed.`,
    "- Parameters have their default values. A family with a parameter is shown at one value, unless it is trained.",
    "- Gated units have two pre-activations a unit and so more weights than others of the same width.",
    "- Tier 1 is not a set of equals: it holds what these seeds cannot tell from the best one. Intervals describe the variation between seeds, on one split and one test set, and not that of the data.",
    "",
  ];
}
