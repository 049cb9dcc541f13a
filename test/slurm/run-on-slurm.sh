#!/usr/bin/env bash
# The Slurm scripts of docs/many-machines.md on a real slurmctld and slurmd on loopback, as root on a machine without Slurm:
#   apt-get install slurm-wlm redis-server; test/slurm/run-on-slurm.sh
# One node of two cores. An array of agents trains a study through a queue and is signalled before its limit; then the
# first of two shards runs. Ends what it started; exits 1 where something is not as the page says. No suite calls it.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d /tmp/actbench-slurm-XXXXXX)
chmod 755 "$work"
pids=()
finish() {
  scancel --user root 2>/dev/null || true
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  sleep 1
  rm -rf "$work"
}
trap finish EXIT
fail() { echo "not as the page says: $*" >&2; exit 1; }

# The cluster: nothing listens beyond loopback.
host=$(hostname -s)
mkdir -p "$work"/{state,spool,munge,home/actbench}
ln -s "$root/actbench" "$work/home/actbench/actbench"
dd if=/dev/urandom of="$work/munge.key" bs=32 count=1 status=none
chmod 400 "$work/munge.key"
munged --force --foreground --key-file="$work/munge.key" --socket="$work/munge/socket" --pid-file="$work/munge/pid" \
  --seed-file="$work/munge/seed" --log-file="$work/munge/log" 2> "$work/munge.log" & pids+=($!)
cat > "$work/slurm.conf" <<CONF
ClusterName=loopback
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge/socket
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
SlurmctldPort=16817
SlurmdPort=16818
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
KillWait=30
ReturnToService=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF="$work/slurm.conf"
slurmctld -D -c -f "$SLURM_CONF" > "$work/slurmctld.log" 2>&1 & pids+=($!)
slurmd -D -f "$SLURM_CONF" > "$work/slurmd.log" 2>&1 & pids+=($!)
for _ in $(seq 30); do sinfo -h -o %T 2>/dev/null | grep -q idle && break; sleep 1; done
sinfo -h -o %T | grep -q idle || { tail "$work"/slurm*.log; fail "no node is idle"; }

redis-server --bind 127.0.0.1 --port 16379 --save "" --requirepass slurm --dir "$work" > "$work/redis.log" & pids+=($!)
export ACTBENCH_QUEUE=redis://:slurm@127.0.0.1:16379
cd "$work"
cat > study.yaml <<'YAML'
version: 1
name: study
dataset: { name: two_moons, train: 512, validation: 128 }
model: { hidden: [32, 16] }
train: { epochs: 40, batch_size: 16 }
parameters: { activation: [relu, tanh, prelu] }
seeds: 4
YAML

# The n-th script of the page, for this small cluster: fewer tasks and cores, the folder as home.
script() {
  awk -v n="$1" '/^```sh/ { getline; if ($0 == "#!/bin/bash") { k++; show = k == n } } /^```$/ { show = 0 } show' "$root/docs/many-machines.md" |
    sed -e "s|--array=.*|--array=1-2|; s|--cpus-per-task=8|--cpus-per-task=$2|; s|--time=.*|--time=00:02:00|; s|TERM@120|TERM@$3|; s|\$SLURM_ARRAY_TASK_ID/20|\$SLURM_ARRAY_TASK_ID/2|; s|~/|$work/home/|"
}

echo "agents: an array of two"
script 1 1 60 > agents.sh
array=$(sbatch --parsable --export=ALL,ACTBENCH_QUEUE agents.sh)
"$root/actbench" run study.yaml --queue --quiet --out agents | tail -2
grep -l "serves the queue" slurm-"$array"_*.out > /dev/null || fail "no agent served the study"
echo "agents: the signal of the time limit"
until [ -z "$(squeue -h -j "$array")" ]; do sleep 2; done
grep -h "SIGTERM" slurm-"$array"_*.out || fail "the signal did not reach the agents: $(cat slurm-"$array"_*.out)"
for process in /proc/[0-9]*; do
  if [ "$(readlink "$process/cwd")" = "$work" ] && [ "$(cat "$process/comm" 2>/dev/null)" = node ]; then
    fail "an agent trains on outside of Slurm"
  fi
done

echo "shards: an array of two"
export SCRATCH="$work/scratch"
script 3 1 60 > shards.sh
array=$(sbatch --parsable --wait --export=ALL shards.sh)
"$root/actbench" merge "$work"/scratch/shards/* --out merged | tail -1
cmp <(cut -d, -f1-6 agents/study-*/results.csv) <(cut -d, -f1-6 merged/study-*/results.csv) || fail "agents and shards differ"
echo "shards: two cores reach the step"
script 3 2 60 | sed -e 's|[^ ]*/actbench run.*|nproc|' > cores.sh
sbatch --parsable --wait --array=1 --export=ALL --output=cores.out cores.sh > /dev/null
[ "$(tail -1 cores.out)" = 2 ] || fail "two cores asked for, the step has $(cat cores.out)"
echo "as the page says"
