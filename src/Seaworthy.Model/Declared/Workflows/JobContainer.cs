using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>A container that a job runs in, or that serves it.</summary>
public sealed record JobContainer(ExpressionTemplate? Image, SourceSpan Span)
{
    public IReadOnlyList<NamedTemplate> Environment { get; init; } = [];

    /// <summary>As written: <c>5432:5432</c>, <c>6379/tcp</c>, <c>80</c>.</summary>
    public IReadOnlyList<ExpressionTemplate> Ports { get; init; } = [];

    public IReadOnlyList<ExpressionTemplate> Volumes { get; init; } = [];

    /// <summary>Arguments of <c>docker create</c>.</summary>
    public ExpressionTemplate? Options { get; init; }

    /// <summary>The value of <c>--health-cmd</c> among the options.</summary>
    public string? HealthCommand { get; init; }

    /// <summary>What a service starts in place of its image's own command or entry point.</summary>
    public ExpressionTemplate? Command { get; init; }
}
