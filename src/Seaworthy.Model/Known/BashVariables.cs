using System.Collections.Frozen;

namespace Seaworthy.Model.Known;

/// <summary>Variables that a shell sets by itself.</summary>
/// <remarks>Source: Bash Reference Manual, 5.2 "Bash Variables"; POSIX.1-2024, Shell Command Language, 2.5.3.</remarks>
public static class BashVariables
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.Ordinal,
        (
            "COLUMNS COPROC DIRSTACK EPOCHREALTIME EPOCHSECONDS EUID FUNCNAME GROUPS HISTCMD HOSTNAME HOSTTYPE LINENO LINES MACHTYPE MAPFILE "
            + "OLDPWD OPTARG OPTERR OPTIND OSTYPE PIPESTATUS PPID RANDOM READLINE_LINE REPLY SECONDS SHELLOPTS SHLVL SRANDOM TIMEFORMAT"
        ).Split(' ')
    );

    public static bool Contains(string name) => Names.Contains(name);
}
