#!/bin/sh
# tests/batch/slurm.sh HUIBAO
# A real Slurm on this machine alone (munged, slurmctld, slurmd on loopback, in a folder of its own): an array job draws the rows in
# shards, one of its tasks is killed and run again, and the files are those of a single run. Skipped where Slurm is not
# installed, or may not be run.
set -eu
. "$(dirname "$0")/lib.sh"
[ -z "${HUIBAO_SLOW:-}" ] || { echo "skipped: a slow build"; exit 77; }
for program in munged slurmctld slurmd sbatch; do
  PATH=$PATH:/usr/sbin command -v "$program" > /dev/null || { echo "skipped: $program is not installed (apt-get install slurm-wlm munge)"; exit 77; }
done
[ "$(id -u)" -eq 0 ] || { echo "skipped: Slurm's daemons are started by root"; exit 77; }
PATH=$PATH:/usr/sbin
case $huibao in /*) ;; *) huibao=$PWD/$huibao ;; esac
make_template
make_rows 240 > "$work/rows.csv"
host=$(hostname)
daemons=
stop() {
  for daemon in $daemons; do kill "$daemon" 2> /dev/null || :; done
  for daemon in $daemons; do wait "$daemon" 2> /dev/null || :; done
  rm -rf "$work"
}
trap stop EXIT

# Ports that nobody else has, sockets and states in the folder.
port=$((20000 + $$ % 20000))
mkdir -p "$work/state" "$work/spool" "$work/munge"
chmod 755 "$work"
chmod 700 "$work/munge"
dd if=/dev/urandom of="$work/munge/key" bs=128 count=8 2> /dev/null
chmod 600 "$work/munge/key"
cat > "$work/slurm.conf" <<CONF
ClusterName=huibao
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$port
SlurmdPort=$((port + 1))
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge/socket
CredType=cred/munge
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
ReturnToService=2
SchedulerParameters=batch_sched_delay=0,sched_interval=1
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF="$work/slurm.conf"
munged --foreground --force --key-file "$work/munge/key" --socket "$work/munge/socket" --pid-file "$work/munge/pid" \
  --seed-file "$work/munge/seed" --log-file "$work/munge/log" > "$work/munged.out" 2>&1 &
daemons="$daemons $!"
slurmctld -D > "$work/slurmctld.out" 2>&1 &
daemons="$daemons $!"
slurmd -D > "$work/slurmd.out" 2>&1 &
daemons="$daemons $!"
tries=0
until [ "$(sinfo -h -o %T 2> /dev/null)" = idle ]; do
  tries=$((tries + 1))
  [ "$tries" -lt 100 ] || {
    echo "skipped: Slurm does not start here: $(sinfo -h -o '%T %E' 2>&1 | head -1) $(tail -1 "$work/slurmctld.log") $(tail -1 "$work/slurmd.log")"
    exit 77
  }
  sleep 0.2
done

# The recipe of the README: an array of four tasks.
cat > "$work/job.sh" <<JOB
#!/bin/sh
exec "$huibao" batch "$work/card.json" --data "$work/rows.csv" -o "$work/array/{{rank}}.png" -q --resume --shard auto --jobs 1
JOB
submit() { sbatch --wait --array "$1" --cpus-per-task 1 --mem 0 --output "$work/task-%a.out" --chdir "$work" "$work/job.sh"; }
expect 0 "$huibao" batch "$work/card.json" --data "$work/rows.csv" -o "$work/whole/{{rank}}.png" -q
expect 0 submit 0-3
same "$work/whole" "$work/array"
[ "$(find "$work/array" -name '.huibao-batch-*-of-4.ndjson' | wc -l)" -eq 4 ] || fail "the four tasks have no report each"

# A task is killed while it draws; the array runs again.
rm -rf "$work/array"
submit 0-3 > "$work/killed.out" 2>&1 &
waiting=$!
tries=0
until [ "$(find "$work/array" -name '*.png' 2> /dev/null | wc -l)" -gt 3 ] || [ "$tries" -gt 200 ]; do
  tries=$((tries + 1))
  sleep 0.02
done
[ "$(find "$work/array" -name '*.png' | wc -l)" -lt 240 ] || echo "batch: the tasks were done before one could be killed"
scancel --signal KILL --full "$(squeue -h -o %A -t running | head -1)" 2> /dev/null || :
wait "$waiting" || :
expect 0 submit 0-3
same "$work/whole" "$work/array"
finish
