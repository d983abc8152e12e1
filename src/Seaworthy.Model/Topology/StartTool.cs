using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A container starts, or the build of its image goes on, with a program that only development dependencies of its package bring.</summary>
/// <param name="Subject">Who starts it: <c>api/Dockerfile</c>, <c>worker in compose.yaml</c>.</param>
/// <param name="Span">The command of the container, or of the build.</param>
/// <param name="Program">As it is called.</param>
/// <param name="Dependency">What would bring it.</param>
public sealed record StartTool(string Subject, SourceSpan Span, string Program, Dependency Dependency)
{
    /// <summary>The scripts through which it is called, outermost first.</summary>
    public IReadOnlyList<SourceSpan> Through { get; init; } = [];

    /// <summary>The installation that leaves it out; null when the image has it.</summary>
    public SourceSpan? LeftOutBy { get; init; }

    /// <summary>The option that makes that installation include it; null when the image has it.</summary>
    /// <remarks>Sources: npm, pnpm and Yarn 1, "install".</remarks>
    public string? DevelopmentOption =>
        LeftOutBy?.Text is not { } install ? null
        : install.Contains("pnpm", StringComparison.Ordinal) ? "--prod=false"
        : install.Contains("yarn", StringComparison.Ordinal) ? "--production=false"
        : "--include=dev";

    /// <summary>The variable that makes it so, when no option does.</summary>
    public SourceSpan? Because { get; init; }

    /// <summary>A COPY that still adds it, if it is installed beside the sources on the machine that builds.</summary>
    public SourceSpan? BroughtBy { get; init; }

    /// <summary>The line of the settings that makes the program load it; null when it is the program itself.</summary>
    public SourceSpan? LoadedBy { get; init; }

    /// <summary>A platform builds in a clone of the repository, without an image.</summary>
    public bool IsOnPlatform { get; init; }

    /// <summary>Nothing else can bring it.</summary>
    public bool IsCertain { get; init; }

    /// <summary>npx fetches what is not there, each time.</summary>
    public bool IsFetched { get; init; }

    /// <summary>It is loaded into Node, which ends without it.</summary>
    public bool IsModule { get; init; }

    /// <summary>The container ends when it fails; else something follows that may run.</summary>
    public bool EndsStart { get; init; }
}
