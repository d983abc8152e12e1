using System.Collections.Frozen;

namespace Seaworthy.Model.Known;

/// <summary>Which programs the systems inside images hold.</summary>
/// <remarks>Sources: the package lists of the images debian, ubuntu, buildpack-deps, alpine, busybox and ubi9; busybox "Commands".</remarks>
public static class BaseSystems
{
    // What checks, wait loops and install lines call; of a program that is not listed nothing is said.
    private static readonly FrozenSet<string> Tracked = Words(
        "bash curl wget nc ncat netcat git make gcc g++ jq ps ping dig nslookup telnet unzip python3 python node npm psql pg_isready mysql mysqladmin"
            + " redis-cli mongo mongosh ffmpeg apt-get apk dnf yum microdnf sudo xz envsubst gosu tini dumb-init mvn gradle"
    );

    private static readonly FrozenSet<string> Alpine = Words("sh wget nc ps ping nslookup unzip apk grep sed awk tar gzip vi");

    private static readonly FrozenSet<string> Busybox = Words("sh wget nc ps ping nslookup telnet unzip grep sed awk tar gzip vi");

    private static readonly FrozenSet<string> Debian = Words("sh bash apt-get grep sed tar gzip perl");

    private static readonly FrozenSet<string> DebianFull = Words("sh bash apt-get grep sed tar gzip perl curl wget git make gcc g++ ps");

    private static readonly FrozenSet<string> RedHat = Words("sh bash grep sed");

    // Present in some tags of a family and absent from others.
    private static readonly FrozenSet<string> DebianFullVarying = Words("python3 unzip xz");

    private static readonly FrozenSet<string> RedHatVarying = Words("curl dnf yum microdnf python3 python ps tar xz");

    public static bool? HasShell(this BaseSystem system) =>
        system switch
        {
            BaseSystem.Unknown => null,
            BaseSystem.None => false,
            _ => true,
        };

    /// <summary>Whether a system holds a program of itself; null when nobody here knows.</summary>
    public static bool? HasTool(this BaseSystem system, string program) =>
        system switch
        {
            BaseSystem.Unknown => null,
            BaseSystem.None => Tracked.Contains(program) || program == "sh" ? false : null,
            BaseSystem.Alpine => Answer(Alpine, program),
            BaseSystem.Busybox => Answer(Busybox, program),
            BaseSystem.Debian or BaseSystem.Ubuntu => Answer(Debian, program),
            BaseSystem.DebianFull when DebianFullVarying.Contains(program) => null,
            BaseSystem.DebianFull => Answer(DebianFull, program),
            BaseSystem.RedHat when RedHatVarying.Contains(program) => null,
            _ => Answer(RedHat, program),
        };

    private static FrozenSet<string> Words(string words) => FrozenSet.Create(StringComparer.Ordinal, words.Split(' '));

    private static bool? Answer(FrozenSet<string> there, string program) =>
        there.Contains(program) ? true
        : Tracked.Contains(program) ? false
        : null;
}
