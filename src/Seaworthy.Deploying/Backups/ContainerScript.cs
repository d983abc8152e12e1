namespace Seaworthy.Deploying.Backups;

/// <summary>What scripts for the shells of containers have in common. No command in them is given a password as an argument: every process of a container shows its own.</summary>
internal static class ContainerScript
{
    /// <summary><c>v NAME…</c> prints the value of the first variable that is set, itself or as a file that <c>NAME_FILE</c> names, as public images read them.</summary>
    public const string Value = """
        v() {
          for n; do
            eval "x=\${$n:-} f=\${${n}_FILE:-}"
            if [ -z "$x" ] && [ -n "$f" ]; then x=$(cat "$f"); fi
            [ -z "$x" ] || break
          done
          printf %s "$x"
        }

        """;

    /// <summary><c>stop TEXT…</c> says what is wrong, and ends the script.</summary>
    public const string Stop = """
        stop() {
          echo "$*" >&2
          exit 1
        }

        """;
}
