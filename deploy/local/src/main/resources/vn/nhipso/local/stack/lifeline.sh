#!/bin/sh
# Runs a command that ends when this script's standard input does. The launcher holds the other end of that pipe,
# so its children end with it however it ends, a kill -9 included.
#
# usage: lifeline.sh <pid file> <signal to ask with> <seconds to wait> <signal to force with> command ...
pid_file=$1 ask=$2 patience=$3 force=$4
shift 4

exec 3<&0 </dev/null
"$@" 3<&- &
child=$!
printf '%s\n' "$child" >"$pid_file"

end_child() {
  kill -s "$ask" "$child" || return 0
  # One that was stopped hears nothing.
  kill -s CONT "$child"
  waited=0
  while [ "$waited" -lt "$patience" ] && kill -0 "$child"; do
    sleep 1
    waited=$((waited + 1))
  done
  kill -s "$force" "$child"
}

( read -r _ <&3; exec 3<&-; end_child ) >/dev/null 2>&1 &
watcher=$!
exec 3<&-

trap 'kill -s "$ask" "$child" 2>/dev/null' HUP INT TERM
# A trapped signal interrupts wait: only the end of the child ends this script.
while :; do
  wait "$child"
  status=$?
  kill -0 "$child" 2>/dev/null || break
done
kill "$watcher" 2>/dev/null
rm -f "$pid_file"
exit "$status"
