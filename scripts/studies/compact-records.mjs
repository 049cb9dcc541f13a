/**
 * Records of a study of thousands of trials, a line of a few numbers each: what its page shows and its
 * digest. A record has the columns of `COLUMNS`, then, where it did not complete, its other fields. Of the
 * curve there are the validation accuracy at the first rung and the last epoch; of the units of each layer
 * the counts.
 */
const COLUMNS = ["point", "seed", "status", "digest", "epoch", "step", "rung", "validation", "test", "units"];
const UNITS = ["units", "dead", "inactive", "saturated", "zero_fraction"];

/** Accuracies of 10,000 rows have four digits, and means over seeds need no more. */
const short = (value) => (value === undefined ? null : Number(value.toPrecision(5)));

/** What belongs into the head, and a line a record. */
export function compactRecords(records) {
  const rung = firstRung(records);
  const probes = new Set(records.flatMap(({ probe_n }) => probe_n ?? []));
  const [probe_n] = probes.size === 1 ? probes : [];
  return {
    head: { columns: COLUMNS, layer: UNITS, rung, ...(probe_n === undefined ? {} : { probe_n }) },
    lines: records.map((record) => compact(record, rung)),
  };
}

/** The records of such lines, with the last epoch alone and the accuracy at the first rung before it. */
export function restoredRecords({ columns, layer, rung, probe_n }, lines) {
  return lines.map((line) => {
    const of = Object.fromEntries(columns.map((column, i) => [column, line[i] ?? undefined]));
    const last = {
      epoch: of.epoch,
      ...(of.step === undefined ? {} : { step: of.step }),
      ...(of.validation === undefined ? {} : { validation: { accuracy: of.validation } }),
      ...(of.test === undefined ? {} : { test: { accuracy: of.test } }),
      ...(of.units === undefined
        ? {}
        : { units: of.units.map((row) => Object.fromEntries(row.map((value, i) => [layer[i], value]))) }),
    };
    const early = of.rung === undefined ? [] : [{ epoch: rung, validation: { accuracy: of.rung } }];
    return {
      point: of.point,
      seed: of.seed,
      status: of.status,
      ...(of.digest === undefined ? {} : { digest: of.digest }),
      ...(probe_n === undefined ? {} : { probe_n }),
      ...line[columns.length],
      timing: {},
      curve: of.epoch === undefined ? [] : [...early, last],
    };
  });
}

/**
 * The epoch of the first rung: where the first trials were stopped on purpose; the last one where none was.
 */
function firstRung(records) {
  const ends = (some) => some.flatMap(({ curve }) => curve.at(-1)?.epoch ?? []);
  const pruned = ends(records.filter(({ status }) => status === "pruned"));
  const all = pruned.length > 0 ? pruned : ends(records.filter(({ status }) => status === "completed"));
  return pruned.length > 0 ? Math.min(...all) : Math.max(0, ...all);
}

function compact(record, rung) {
  const { point, seed, status, digest, curve = [] } = record;
  const last = curve.at(-1);
  const early = curve.find(({ epoch }) => epoch === rung && epoch !== last?.epoch);
  const units = last?.units?.map((layer) =>
    UNITS.map((name) => (name === "zero_fraction" ? Number(layer[name].toFixed(3)) : layer[name])),
  );
  const line = [
    point,
    seed,
    status,
    digest ?? null,
    last?.epoch ?? null,
    last?.step ?? null,
    short(early?.validation?.accuracy),
    short(last?.validation?.accuracy),
    short(last?.test?.accuracy),
    units ?? null,
  ];
  return status === "completed" ? line : [...line, othersOf(record)];
}

/** Of a trial that did not complete what tells why: the update, the layer, the rung, the error. */
function othersOf({ step, layer, rung, after_s, error }) {
  const code = error && { code: error.code, message: error.message };
  return Object.fromEntries(
    Object.entries({ step, layer, rung, after_s, error: code }).filter(([, value]) => value !== undefined),
  );
}
