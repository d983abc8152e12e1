using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A vercel.json.</summary>
/// <remarks>Source: Vercel documentation, "Project Configuration".</remarks>
public sealed record VercelConfig(SourceFile File) : Artifact(File)
{
    public Fact<string>? Framework { get; init; }

    public PlatformCommand? InstallCommand { get; init; }

    public PlatformCommand? BuildCommand { get; init; }

    /// <summary>The older way to say what is built: a source path or pattern, and the builder.</summary>
    public IReadOnlyList<VercelBuild> Builds { get; init; } = [];

    /// <summary>The line that begins <c>builds</c>, even where it is empty.</summary>
    public SourceSpan? BuildsSpan { get; init; }

    /// <summary>Settings of the build that the project's would otherwise give, in the order of the file: <c>buildCommand</c>, <c>installCommand</c>, <c>outputDirectory</c>, <c>framework</c>.</summary>
    public IReadOnlyList<Fact<string>> BuildSettings { get; init; } = [];

    /// <summary>Routes, rewrites and redirects, in the order of the file.</summary>
    public IReadOnlyList<PlatformRewrite> Rewrites { get; init; } = [];

    /// <summary>The entry of <c>routes</c> behind which files come first: <c>{ "handle": "filesystem" }</c>; null without one.</summary>
    public SourceSpan? FilesFirst { get; init; }

    public IReadOnlyList<VercelFunction> Functions { get; init; } = [];

    public IReadOnlyList<VercelCron> Crons { get; init; } = [];

    /// <summary>Run-time variables; the build's have the scope <c>build</c>.</summary>
    public IReadOnlyList<PlatformVariable> Env { get; init; } = [];
}
