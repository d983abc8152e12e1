using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A Go program imports a package that is C in part, and a stage compiles it.</summary>
/// <param name="Build">The command that compiles it.</param>
internal sealed record CgoNeed(Image Image, CodeImport Import, SourceSpan Build)
{
    /// <summary>What leaves the C part out: <c>CGO_ENABLED is 0</c>; null where it is compiled, or that is not known.</summary>
    public string? OffBecause { get; init; }

    /// <summary>It is compiled without its C part, and fails when it is used; otherwise the compilation fails.</summary>
    public bool FailsWhenUsed { get; init; }

    /// <summary>Why the program may do without it.</summary>
    public string? UnknownBecause { get; init; }

    /// <summary>How to install a C compiler there.</summary>
    public required string Install { get; init; }
}
