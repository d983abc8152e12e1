using Seaworthy.Model.Known.Actions;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A job calls a program that its machine does not bring.</summary>
/// <param name="Job">As a report names it: <c>ci.yml: test</c>.</param>
/// <param name="Places">Where it is called before anything installs it, or, when something does, after that.</param>
public sealed record RunnerProgramUse(AbsentProgram Program, string Job, string Machine, IReadOnlyList<SourceSpan> Places)
{
    /// <summary>What installs it before the first call; null when nothing does.</summary>
    public SourceSpan? InstalledBy { get; init; }

    /// <summary>Why something before it may install it; null when that is known.</summary>
    public string? UnknownBecause { get; init; }

    /// <summary>That something is an action whose name tells of another tool.</summary>
    public bool IsHardlyInstalled { get; init; }

    /// <summary>Who calls it, when that is no command: <c>cache: pnpm</c> of an action.</summary>
    public string? CalledBy { get; init; }

    /// <summary>The step that calls the script in which it is called.</summary>
    public SourceSpan? Through { get; init; }

    /// <summary>The script that calls it goes on without it.</summary>
    public bool IsSwallowed { get; init; }

    public bool IsMissing => InstalledBy is null && UnknownBecause is null;
}
