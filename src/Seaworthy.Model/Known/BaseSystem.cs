namespace Seaworthy.Model.Known;

/// <summary>The system inside an image.</summary>
public enum BaseSystem
{
    Unknown,

    /// <summary>No shell and no package manager: <c>scratch</c>, distroless, single binaries.</summary>
    None,
    Alpine,
    Busybox,

    /// <summary>Debian as its own image has it, and every <c>slim</c>: no curl, no wget.</summary>
    Debian,

    /// <summary>Debian with the compilers and downloaders of <c>buildpack-deps</c>.</summary>
    DebianFull,
    Ubuntu,

    /// <summary>Red Hat's and Amazon's families.</summary>
    RedHat,

    /// <summary>Red Hat's micro image: a shell, no package manager.</summary>
    RedHatMicro,
}
