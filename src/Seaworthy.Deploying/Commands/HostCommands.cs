using System.Globalization;

namespace Seaworthy.Deploying.Commands;

/// <summary>What is asked of a host that is not this machine, as data: the programs of POSIX, and <c>flock</c>, <c>timeout</c>, <c>sync</c> and <c>sha256sum</c>, which every Linux has.</summary>
public static class HostCommands
{
    /// <summary>Ends the introduction of the host; what a login prints before it is passed over.</summary>
    public const string Greeting = "seaworthy-host";

    /// <summary>What <see cref="Read"/> ends with where there is no such file.</summary>
    public const int IsAbsent = 3;

    /// <summary>What a write ends with when less arrived than was sent.</summary>
    public const int IsCut = 4;

    /// <summary>What <see cref="Append"/> ends with when another command holds the project.</summary>
    public const int IsOthers = 9;

    public const string Held = "held";

    public const string Busy = "busy";

    /// <summary>A beat of <see cref="Hold"/>, due well before <see cref="HoldSeconds"/> are over.</summary>
    public const char Beat = '.';

    /// <summary>After so long without a beat, a hold is let go: the machine of the one who deploys may be gone without a word.</summary>
    public const int HoldSeconds = 60;

    private static readonly TimeSpan Long = TimeSpan.FromMinutes(30);

    /// <summary>Owner, state directory and socket of the engine, a line each; then it lasts until its input ends.</summary>
    public static CommandLine Introduce() =>
        Script(
            $$"""
            printf '%s\n' {{Greeting}} "$(id -u):$(id -g)" \
              "${SEAWORTHY_STATE:-${XDG_STATE_HOME:-$HOME/.local/state}/seaworthy}" \
              "${DOCKER_HOST:-$(docker context inspect --format '{{"{{.Endpoints.docker.Host}}"}}' 2>/dev/null)}"
            exec cat >/dev/null
            """
        );

    public static CommandLine Read(string path) => Script("[ -f \"$1\" ] || exit 3; exec cat \"$1\"", path) with { Limit = Long };

    /// <summary>Its input takes the place of a file once all of it is on the disk.</summary>
    public static CommandLine Write(string path, long bytes) =>
        Script(
            "umask 077; cat > \"$1.new\" && [ \"$(($(wc -c < \"$1.new\")))\" -eq \"$2\" ] || exit 4; { sync \"$1.new\" 2>/dev/null || sync; } && mv -f \"$1.new\" \"$1\"",
            path,
            bytes.ToString(CultureInfo.InvariantCulture)
        );

    /// <summary>Appends its input, and ends when it is on the disk. A line that was cut short stays one of its own, and commands of the host itself write none meanwhile.</summary>
    /// <param name="path">The file.</param>
    /// <param name="held">The file of <see cref="Hold"/>.</param>
    /// <param name="token">What must be in it; empty for a command that holds nothing.</param>
    public static CommandLine Append(string path, string held, string token) =>
        Script(
            "umask 077; exec 8>>\"$1.turn\" && flock 8; [ -z \"$3\" ] || [ \"$(cat \"$2\")\" = \"$3\" ] || exit 9; [ -z \"$(tail -c 1 \"$1\" 2>/dev/null)\" ] || echo >> \"$1\"; cat >> \"$1\" && { sync \"$1\" 2>/dev/null || sync; }",
            path,
            held,
            token
        );

    public static CommandLine Delete(string path) => Script("exec rm -f \"$1\"", path);

    public static CommandLine DeleteDirectory(string path) => Script("exec rm -rf \"$1\"", path);

    /// <summary>Gives a file that is whole the name of another one.</summary>
    public static CommandLine Move(string path, string name) => Script("exec mv -f \"$1\" \"$2\"", path, name);

    public static CommandLine MakeDirectory(string path) => Script("umask 077; exec mkdir -p \"$1\"", path);

    /// <summary>The names in a directory, a line each.</summary>
    public static CommandLine List(string path) => Script("cd \"$1\" && exec ls -1", path);

    public static CommandLine Exists(string path) => Script("[ -e \"$1\" ]", path);

    public static CommandLine FreeSpace(string path) => Script("exec df -Pk \"$1\"", path);

    /// <summary>The size of a file and its SHA-256, a line each.</summary>
    public static CommandLine Sum(string path) => Script("wc -c < \"$1\" && exec sha256sum \"$1\"", path) with { Limit = Long };

    /// <summary>A command of the host that reads a file of the host.</summary>
    public static CommandLine From(string path, CommandLine line) => Script("f=$1; shift; exec \"$@\" < \"$f\"", path, line);

    /// <summary>Its input becomes a file, which is whole when this ends well: the input is closed when all was sent.</summary>
    public static CommandLine Receive(string path) => To(path, new CommandLine("cat", []) { Limit = Long });

    /// <summary>A command of the host that writes a file of the host.</summary>
    public static CommandLine To(string path, CommandLine line) =>
        Script("umask 077; f=$1; shift; \"$@\" > \"$f\" || exit; sync \"$f\" 2>/dev/null || sync", path, line);

    /// <summary>Prints <see cref="Held"/> and keeps others out until its input ends or no <see cref="Beat"/> comes; prints <see cref="Busy"/> when it is kept out itself.</summary>
    /// <remarks>The same lock as a command on the host itself takes: .NET opens a file that it does not share with flock(2).</remarks>
    public static CommandLine Hold(string path, string token) =>
        Script(
            $$"""
            umask 077
            command -v flock >/dev/null && command -v timeout >/dev/null || { echo 'flock or timeout is missing'; exit 0; }
            exec 9>>"$1"
            flock -n 9 || { echo {{Busy}}; exit 0; }
            printf %s "$2" > "$1"
            echo {{Held}}
            # The lock is the shell's alone: BusyBox leaves a process of timeout behind for a second.
            while [ "$(timeout {{HoldSeconds}} head -c 1 9>&-)" = {{Beat}} ]; do :; done
            """,
            path,
            token
        );

    private static CommandLine Script(string script, string path, CommandLine line) =>
        Script(script, [path, line.Program, .. line.Arguments]) with
        {
            Limit = line.Limit,
        };

    private static CommandLine Script(string script, params IReadOnlyList<string> arguments) =>
        new("sh", ["-c", script, "seaworthy", .. arguments]);
}
