import { table } from "../../generate/table.mjs";

/** `sizes`: weights and biases of each network, which are to be compared at equal size. */
export const sizes = {
  needs: [],
  lines({ groups }, _, { data }) {
    const rows = groups.map(({ label, best }) => [label, parametersOf(best.spec, data).toLocaleString("en")]);
    return ["## Sizes of the networks", "", ...table(["configuration", "weights and biases"], rows), ""];
  },
};

/** A unit of `inputs` pre-activations has as many sets of weights. */
function parametersOf({ dataset, model }, data) {
  const { inputs, classes } = data.find(({ hash }) => hash === dataset.hash);
  let [fanIn, total] = [inputs, 0];
  for (const [i, width] of model.hidden.entries()) {
    total += (fanIn + 1) * width * model.activation[i].inputs;
    fanIn = width;
  }
  return total + (fanIn + 1) * classes;
}
