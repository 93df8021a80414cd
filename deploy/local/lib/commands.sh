# Shared by the commands of deploy/local: finds Java, builds what is not built, runs the launcher. Sourced, never run.
# The command that sources this has set: here (deploy/local), help (its text).

root=$(cd "$here/../.." && pwd)
data=${NHIPSO_DATA:-$here/.data}
needed_java=25

fail() { printf '%s\n' "$1" >&2; exit "${2:-1}"; }

# Reads the arguments before anything is built: a typing error must not cost minutes.
# Leaves the number of words that are no options in words, and the last of them in word.
# usage: accept "<flags>" "<options with a value>" "$@"
accept() {
  flags=" $1 " valued=" $2 "
  shift 2
  offset=0 words=0 word=
  while [ $# -gt 0 ]; do
    case $1 in
      -h | --help) printf '%s\n' "$help"; exit 0 ;;
      --*=*) name=${1%%=*} value=${1#*=} ;;
      --*)
        name=$1 value=
        case $valued in *" $1 "*)
          [ $# -ge 2 ] || fail "$1 needs a value; --help says which." 2
          value=$2
          shift ;;
        esac ;;
      *) words=$((words + 1)) word=$1; shift; continue ;;
    esac
    case "$flags$valued" in *" $name "*) ;; *) fail "unknown option $name; --help says which there are." 2 ;; esac
    if [ "$name" = --offset ]; then
      case $value in '' | *[!0-9]*) fail "--offset must be a number, not \"$value\"." 2 ;; esac
      offset=$value
    fi
    shift
  done
}

java_major() {
  [ -x "$1/bin/javac" ] || return 1
  "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1
}

find_java() {
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
              "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$home" ] && [ -d "$home" ] || continue
    major=$(java_major "$home") || continue
    [ "${major:-0}" -ge "$needed_java" ] && { printf '%s' "$home"; return 0; }
  done
  return 1
}

require_java() {
  JAVA_HOME=$(find_java) || fail "No JDK $needed_java or newer found: install one (for example Temurin $needed_java) or set JAVA_HOME to it."
  export JAVA_HOME
}

# A jar is stale when a source is newer than it and newer than the last build by these commands.
stale() {
  [ -f "$1" ] || return 0
  jar=$1
  shift
  stamp=$here/target/built
  [ -f "$stamp" ] || stamp=$jar
  [ -n "$(find "$@" -type f -newer "$jar" -newer "$stamp" 2>/dev/null | head -n 1)" ]
}

# NHIPSO_BUILD=no trusts what is there (the tests of this module run in the middle of a build).
needs_build() {
  [ "${NHIPSO_BUILD:-}" = no ] && return 1
  [ -d "$here/target/lib" ] || return 0
  stale "$here/target/classes/vn/nhipso/local/LocalCommands.class" "$here/src/main" "$here/pom.xml" "$root/pom.xml" && return 0
  for service in directory indicator reporting; do
    stale "$root/$service-service/target/quarkus-app/quarkus-run.jar" "$root/$service-service/src/main" \
      "$root/$service-service/pom.xml" "$root/service-kit/src/main" "$root/service-kit/pom.xml" "$root/pom.xml" && return 0
  done
  return 1
}

running_stack() {
  for file in "$data/run/launcher.pid" "$data"/offset-*/run/launcher.pid; do
    [ -f "$file" ] || continue
    pid=$(cat "$file")
    kill -0 "$pid" 2>/dev/null && { printf '%s' "$pid"; return 0; }
  done
  return 1
}

require_space() {
  free=$(df -Pk "$1" | awk 'NR == 2 { print int($4 / 1024) }')
  [ "${free:-1024}" -ge 1024 ] || fail "The disk of $1 is full: $free MiB are free, building and running needs 1024 MiB; free some space and start again."
}

# One line a while: what is being built, for how long, how much was downloaded.
# grep says 1 where nothing was downloaded yet, which is no failure.
report_build() {
  module=$(sed -n 's/^\[INFO\] Building \(.*\) [0-9].*\[.*$/\1/p' "$log" | tail -n 1)
  downloads=$(grep -c 'Downloaded from' "$log" || :)
  printf 'building %s ... %s s, %s files downloaded\n' "${module:-(reading the project)}" "$1" "$downloads"
}

build() {
  if pid=$(running_stack); then
    fail "The sources are newer than what a running stack (process $pid) was built from: stop it with deploy/local/down, then start again."
  fi
  mkdir -p "$data/logs" 2>/dev/null || fail "The data folder $data cannot be written: give this user the right to, or free space on its disk."
  require_space "$data"
  log=$data/logs/build.log
  printf 'building what is not built (the first time this downloads some 400 MB and takes minutes; log: %s)\n' "$log"
  "$root/mvnw" -B -f "$root/pom.xml" package -DskipTests -Dcyclonedx.skip=true >"$log" 2>&1 </dev/null &
  build=$!
  trap 'kill "$build" 2>/dev/null; exit 130' INT TERM HUP
  # Ends the build with this script, a kill -9 included.
  ( while kill -0 $$ 2>/dev/null && kill -0 "$build" 2>/dev/null; do sleep 1; done; kill "$build" 2>/dev/null ) >/dev/null 2>&1 &
  seconds=0
  while kill -0 "$build" 2>/dev/null; do
    sleep 1
    seconds=$((seconds + 1))
    [ $((seconds % 5)) -eq 0 ] && report_build "$seconds"
  done
  wait "$build" || {
    grep -m 5 -e '\[ERROR\]' -e '^mvnw:' "$log" >&2
    grep -q 'No space left on device' "$log" && fail "The build failed because the disk is full: free some space and start again."
    fail "The build failed after $seconds s; the whole log is in $log."
  }
  trap - INT TERM HUP
  touch "$here/target/built"
  printf 'built in %s s\n' "$seconds"
}

# Becomes the launcher, so that the process id of the command is the launcher's.
become() {
  exec "$JAVA_HOME/bin/java" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
    "-Dnhipso.repository=$root" "-Dnhipso.data=$data" \
    "-Dnhipso.java-options=${NHIPSO_JAVA_OPTIONS:-}" -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
    -cp "$here/target/classes:$here/target/lib/*" vn.nhipso.local.LocalCommands "$@"
}
