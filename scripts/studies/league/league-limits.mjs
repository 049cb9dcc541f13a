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
    `> **This ranks activations in small dense networks after short training, and nothing else:** ${listed(datasetsOf(study))}, ${number(dataset.train)} training examples, hidden layers of ${model.hidden.join(" and ")} units, ${train.epochs} epochs, batches of ${train.batch_size}, ${train.optimizer ?? "sgd"}. The order may be different in convolutional networks, transformers and deep networks, after long training, with normalization layers, with other optimizers and on other data. Many of these activations were designed for such networks.`,
    "",
    `- The grid has ${rates.length} learning rates (${rates.join(", ")}). An activation whose best rate lies outside or between them looks worse than it is. Initialization, weight decay and schedule are the same for all activations and were not tuned.`,
    `- Successive halving over ${seedsWord(study.seeds.length)} selected each learning rate. The results come from ${fresh} fresh seeds, so they have no selection bias, but a better rate may have been missed.`,
    "- Parameters have their default values. An activation with a parameter is shown at one value, unless the parameter is trained.",
    "- Gated units have two pre-activations, so their networks have more weights than others of the same width.",
    "- The activations in tier 1 are not equal: these seeds do not distinguish them from the best one. Intervals describe variation between seeds, on one split and one test set.",
    "",
  ];
}

const seedsWord = (count) => (count === 1 ? "one seed" : `${count} seeds`);
