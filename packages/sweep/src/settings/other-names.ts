import { plainName } from "@actbench/core/internal";

/** Where a hint is read: in a sweep file, or on a command line. */
export type HintFor = "file" | "command line";

interface OtherName {
  /** What other libraries call it, in their spellings. */
  readonly names: string;
  /** How it is written here: keys of a sweep file with example values. */
  readonly write: Readonly<Record<string, string>>;
  readonly note?: string;
}

/**
 * Names of other libraries for what a sweep file sets in another way. They lead to hints and are no aliases:
 * their values have other units, or belong elsewhere.
 */
export const OTHER_NAMES: readonly OtherName[] = [
  {
    names:
      "hidden_size hidden_sizes hidden_layer_sizes hidden_layers hidden_dim hidden_dims hidden_units units width num_units",
    write: { "model.hidden": "[128, 64]" },
    note: "the widths of the hidden layers",
  },
  {
    names: "num_layers n_layers num_hidden_layers n_hidden layers depth",
    write: { "model.hidden": "[64, 64, 64]" },
    note: "one width per hidden layer",
  },
  {
    names:
      "grad_clip gradient_clip gradient_clip_val grad_clip_norm clip_grad_norm clip_grad max_grad_norm global_clipnorm gradient_clipping clip clip_value",
    write: { "train.clip_norm": "1" },
    note: "the largest Euclidean norm of the whole gradient",
  },
  {
    names: "max_epochs num_epochs n_epochs num_train_epochs nb_epoch max_iter",
    write: { "train.epochs": "5" },
  },
  { names: "max_steps num_steps n_steps iterations num_iterations", write: { "train.steps": "1000" } },
  {
    names:
      "weight_init weights_init kernel_initializer initializer initialization weight_initialization weight_initializer init_method",
    write: { "model.init": "he_normal" },
  },
  {
    names: "bias_initializer bias_initialization",
    write: { "model.bias_init": "0" },
    note: "their initial value",
  },
  {
    names: "l2 l2_reg l2_lambda l2_regularization weight_l2 lambda reg reg_lambda kernel_regularizer wd",
    write: { "train.weight_decay": "0.0001" },
    note: "Keras' l2(v) is weight_decay 2v on weights alone; scikit-learn divides its alpha by the batch size",
  },
  { names: "solver opt optim optimizer_name algorithm", write: { "train.optimizer": "adam" } },
  { names: "eps", write: { "train.epsilon": "1e-8" } },
  { names: "step_size eta eta0 learning_rate_init base_lr initial_lr", write: { "train.lr": "0.1" } },
  {
    names: "lr_scheduler scheduler lr_schedule learning_rate_schedule lr_decay",
    write: { "train.schedule": "cosine" },
  },
  {
    names: "warmup_steps num_warmup_steps warmup_epochs warmup_ratio",
    write: { "train.warmup": "0.1" },
    note: "a fraction of all steps, or a number of steps of at least 1",
  },
  { names: "loss_function loss_fn criterion objective", write: { "train.loss": "cross_entropy" } },
  {
    names: "dropout_rate dropout_p p_dropout drop_rate",
    write: { "model.dropout": "0.2" },
    note: "the fraction that is set to 0",
  },
  {
    names: "bs batch minibatch_size train_batch_size per_device_train_batch_size",
    write: { "train.batch_size": "32" },
  },
  {
    names: "batch_norm use_batch_norm batch_normalization",
    write: { "model.normalization": "batch" },
  },
  {
    names: "layer_norm use_layer_norm layer_normalization",
    write: { "model.normalization": "layer" },
  },
  {
    names: "act act_fn act_func activation_fn activation_function hidden_act hidden_activation nonlinearity",
    write: { "model.activation": "relu" },
  },
  {
    names: "val_split validation_split val_size validation_fraction validation_size",
    write: { "dataset.validation": "100" },
    note: "number of rows held out of the training rows",
  },
  {
    names:
      "seed random_seed random_state manual_seed global_seed n_seeds num_seeds repeats n_repeats repetitions",
    write: { seeds: "5" },
    note: "all configurations share the same seeds",
  },
  {
    names: "early_stopping patience early_stop early_stopping_patience",
    write: { early_terminate: "{ min_iter: 1 }" },
    note: "poor configurations end early; the length of a training is fixed",
  },
  {
    names: "n_trials num_trials num_samples max_trials trials",
    write: { method: "random", run_cap: "32" },
  },
  { names: "n_jobs num_workers max_workers threads cpus", write: { workers: "2" } },
  {
    names: "device gpu gpus cuda accelerator",
    write: {},
    note: "trials run on the processor, one on each core",
  },
  { names: "amsgrad", write: {}, note: "adam has no such variant here" },
];

const BY_PLAIN_NAME: ReadonlyMap<string, OtherName> = new Map(
  OTHER_NAMES.flatMap((other) => other.names.split(" ").map((name) => [plainName(name), other] as const)),
);

/** How a setting of another library is written here; undefined for a name that is none of theirs. */
export function otherNameHint(key: string, place: HintFor): string | undefined {
  const other = BY_PLAIN_NAME.get(plainName(key.slice(key.lastIndexOf(".") + 1)));
  if (other === undefined) return undefined;
  const { write, note } = other;
  if (Object.keys(write).length === 0) return `remove it: ${note}`;
  return `write ${place === "file" ? asYaml(write) : asOverrides(write)}${note === undefined ? "" : `: ${note}`}`;
}

/** Lines of a sweep file on one line: `model: { hidden: [128, 64] }`. */
function asYaml(write: Readonly<Record<string, string>>): string {
  const lines = Object.entries(write).map(([key, value]) => {
    const [section = "", name] = key.split(".");
    return name === undefined ? `${section}: ${value}` : `${section}: { ${name}: ${value} }`;
  });
  return lines.join(" and ");
}

function asOverrides(write: Readonly<Record<string, string>>): string {
  const words = Object.entries(write).map(([key, value]) => {
    const word = `${key}=${value.replaceAll(", ", ",")}`;
    return /[{ ]/.test(word) ? `"${word}"` : word;
  });
  return words.join(" ");
}
