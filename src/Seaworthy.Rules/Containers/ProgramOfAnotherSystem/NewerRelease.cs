namespace Seaworthy.Rules.Containers;

/// <summary>Two releases of Debian by number, the later one below the program's build.</summary>
internal sealed record NewerRelease(int Build, int Run)
{
    private const int Bookworm = 12;

    /// <summary>glibc 2.34 moved the functions that every program calls first: what is linked to it asks for GLIBC_2.34.</summary>
    /// <remarks>Source: glibc 2.34 release notes (libpthread and libdl are part of libc.so.6). Debian 11 has glibc 2.31, 12 has 2.36, 13 has 2.41.</remarks>
    public bool IsAlwaysFelt => Run < Bookworm;

    /// <summary>The version of glibc whose symbols the program asks for.</summary>
    public string Symbol => IsAlwaysFelt ? "GLIBC_2.34" : "GLIBC_2.38";
}
