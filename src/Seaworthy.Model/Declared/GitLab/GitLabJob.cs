using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.GitLab;

/// <summary>A job of a GitLab pipeline, before <c>extends</c> is followed.</summary>
/// <param name="Span">Its name.</param>
public sealed record GitLabJob(string Name, SourceSpan Span)
{
    /// <summary>A template for others, never run itself.</summary>
    public bool IsHidden => Name.StartsWith('.');

    public Fact<string>? Stage { get; init; }

    public IReadOnlyList<Fact<string>> Extends { get; init; } = [];

    public Fact<string>? Image { get; init; }

    /// <summary><c>image: entrypoint</c> is written: the one of the image does not start.</summary>
    public bool ReplacesEntrypoint { get; init; }

    public IReadOnlyList<Fact<string>> Services { get; init; } = [];

    public IReadOnlyList<GitLabVariable> Variables { get; init; } = [];

    /// <summary>Null when not written: a template or the default may give it.</summary>
    public IReadOnlyList<ShellCommand>? BeforeScript { get; init; }

    public IReadOnlyList<ShellCommand>? Script { get; init; }

    public IReadOnlyList<ShellCommand>? AfterScript { get; init; }

    /// <summary>Null when not written: the stages decide.</summary>
    public IReadOnlyList<GitLabNeed>? Needs { get; init; }

    public IReadOnlyList<Fact<string>>? Dependencies { get; init; }

    public IReadOnlyList<GitLabRule>? Rules { get; init; }

    /// <summary>Refs of <c>only</c>.</summary>
    public IReadOnlyList<Fact<string>>? Only { get; init; }

    /// <summary>Refs of <c>except</c>.</summary>
    public IReadOnlyList<Fact<string>>? Except { get; init; }

    public Fact<string>? When { get; init; }

    public Fact<string>? EnvironmentName { get; init; }

    /// <summary>The pipeline or project that a <c>trigger</c> job starts.</summary>
    public Fact<string>? Trigger { get; init; }
}
