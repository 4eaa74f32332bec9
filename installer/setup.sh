# Sourced by run, test and bench: what a fresh machine needs, the build, the JVM's flags.

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# What libraries read when a process starts. PyTorch's threads would spin while they wait, and keep a core from everything
# else: they spin for a moment, long enough for the next product of a small model, and sleep.
export OMP_WAIT_POLICY=PASSIVE GOMP_SPINCOUNT=20000
# Large tensors get pages of their own, huge ones where Linux has them, and give them back: kept attention among freed
# scores would otherwise hold a heap of holes.
export MALLOC_MMAP_THRESHOLD_=2000000 GLIBC_TUNABLES=glibc.malloc.hugetlb=1

say() { printf '%s\n' "$*" >&2; }

stop() {
  say "$@"
  exit 1
}

need_java() {
  command -v java >/dev/null && command -v javac >/dev/null ||
    stop "Loupe needs a JDK 17 or newer, and found none. Install one: sudo apt-get install openjdk-17-jdk"
  local major
  major=$(javac -version 2>&1 | sed -E 's/^javac ([0-9]+).*/\1/')
  [ "$major" -ge 17 ] 2>/dev/null ||
    stop "Loupe needs a JDK 17 or newer, and found $(javac -version 2>&1). Install one: sudo apt-get install openjdk-17-jdk"
  command -v mvn >/dev/null ||
    stop "Loupe is built with Maven, and found none. Install it: sudo apt-get install maven"
}

# What Swing and Chromium need on Debian and its relatives; other systems are left alone.
need_packages() {
  [ "$(uname -s)" = Linux ] && command -v dpkg-query >/dev/null || return 0
  local wanted="libnss3 libnspr4 libatk1.0-0 libatk-bridge2.0-0 libcups2 libdrm2 libgbm1 libasound2
    libxkbcommon0 libxcomposite1 libxdamage1 libxrandr2 libpango-1.0-0
    libxext6 libxi6 libxrender1 libxtst6 libfontconfig1 fonts-dejavu-core fonts-noto-color-emoji"
  local java_home
  java_home=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
  [ -e "$java_home/lib/libawt_xawt.so" ] || wanted="$wanted openjdk-17-jre"
  has_display || wanted="$wanted xvfb"
  local missing="" name
  for name in $wanted; do
    installed "$name" || installed "${name}t64" || missing="$missing $name"
  done
  [ -n "$missing" ] || return 0
  local as=""
  if [ "$(id -u)" != 0 ]; then
    if sudo -n true 2>/dev/null; then
      as="sudo -n"
    else
      stop "Chromium, which shows the lessons, needs packages that are not installed. Run this line, then start again:
  sudo apt-get install -y$missing"
    fi
  fi
  say "Installing what Chromium needs:$missing"
  mkdir -p "$home/target"
  {
    $as env DEBIAN_FRONTEND=noninteractive apt-get update -q &&
      $as env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing
  } >"$home/target/packages.log" 2>&1 ||
    stop "The packages could not be installed; target/packages.log says why. Run this line, then start again:
  sudo apt-get install -y$missing"
}

installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

has_display() { [ -n "${DISPLAY:-}" ] || [ "$(uname -s)" != Linux ]; }

# A display that nobody sees, taken down with this script. No key repeats there (-r): the tests' hand may be halted while it
# holds one, on a busy machine.
virtual_display() {
  local number_file server
  number_file=$(mktemp)
  Xvfb -displayfd 1 -screen 0 1280x800x24 -nolisten tcp -r >"$number_file" 2>/dev/null &
  server=$!
  trap 'kill '"$server"' 2>/dev/null; rm -f '"$number_file" EXIT
  for _ in $(seq 100); do
    [ -s "$number_file" ] && break
    sleep 0.1
  done
  [ -s "$number_file" ] || stop "The virtual display (Xvfb) did not start."
  DISPLAY=":$(tr -d '[:space:]' <"$number_file")"
  export DISPLAY
}

# Builds when a source is newer than the last build.
build() {
  local stamp="$home/target/built"
  if [ -e "$stamp" ] && [ -z "$(stale "$stamp")" ] && class_path_complete; then
    return 0
  fi
  mkdir -p "$home/target"
  say "Building Loupe.$([ -e "$home/target/classpath" ] || printf ' The first time, this fetches some 300 MB and takes a few minutes.')"
  touch "$stamp.started"
  (cd "$home" && mvn -q -B -Dmaven.test.skip=true package) >"$home/target/build.log" 2>&1 || {
    grep -v '^\[INFO\]' "$home/target/build.log" | head -40 >&2
    stop "The build failed; all of it is in target/build.log."
  }
  rm -f "$home"/target/loupe.jsa*
  mv "$stamp.started" "$stamp"
}

stale() {
  find "$home/pom.xml" "$home/src/main" "$home/assets/palette.properties" -newer "$1" -print -quit
}

class_path() { printf '%s:%s' "$home"/target/loupe-*.jar "$(cat "$home/target/classpath")"; }

# Without the natives for the CPU, which DJL would take before those for CUDA.
class_path_for_gpu() { class_path | tr : '\n' | grep -v '/pytorch-native-cpu-' | paste -sd : -; }

class_path_complete() {
  local entry
  local IFS=:
  for entry in $(class_path); do
    [ -e "$entry" ] || return 1
  done
}

loupe() {
  local archive="$home/target/loupe.jsa" status=0
  local flags=(
    --add-exports java.base/java.lang=ALL-UNNAMED
    --add-exports java.desktop/sun.awt=ALL-UNNAMED
    --add-exports java.desktop/sun.java2d=ALL-UNNAMED
    -Dai.djl.offline=true -Dloupe.home="$home")
  case "${1:-window}" in
    window | tour | bench | hand-in | torture | preview | lint | new | pack | add | export) flags+=(-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable -Xlog:all=error:stderr) ;;
  esac
  [ -z "${device:-}" ] || flags+=(-Dloupe.device="$device")
  local classes
  classes=$(class_path)
  if [ -n "${gpu:-}" ]; then
    classes=$(class_path_for_gpu)
    flags+=(-Dai.djl.offline=false)
    archive=/nowhere # it belongs to the other class path
  fi
  # The first window leaves an archive of its classes, from which the next ones start faster.
  if [ -e "$archive" ] && [ "${1:-}" != bench ]; then
    flags+=(-XX:SharedArchiveFile="$archive")
  elif [ $# -eq 0 ] && [ -z "${gpu:-}" ]; then
    flags+=(-XX:ArchiveClassesAtExit="$archive.new")
  fi
  # Chromium's own libraries complain on standard error about desktops they do not find.
  java "${flags[@]}" -cp "$classes" loupe.App "$@" \
    2> >(grep --line-buffered -v -E '^$|GLib|Gtk|dbus/|:(ERROR|WARNING):.*\.cc' >&2) || status=$?
  [ ! -e "$archive.new" ] || mv "$archive.new" "$archive"
  return $status
}
