using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A container starts a Python program, and its image installs packages into a virtual environment only.</summary>
/// <param name="Subject">Who starts it: <c>api/Dockerfile</c>, <c>worker in compose.yaml</c>.</param>
/// <param name="Span">The command of the container.</param>
/// <param name="Program">As it is called.</param>
/// <param name="Manager">What installs: <c>uv</c>, <c>poetry</c>, <c>pipenv</c>.</param>
/// <param name="Install">The command that does.</param>
public sealed record EnvironmentStart(string Subject, SourceSpan Span, string Program, string Manager, SourceSpan Install)
{
    /// <summary>Where the environment stands; null when its manager gives it a name of its own.</summary>
    public string? Directory { get; init; }

    /// <summary>The environment is on the PATH, or the command names it or its manager.</summary>
    public bool IsReached { get; init; }

    /// <summary>A variable that was to keep the packages out of an environment, and does not.</summary>
    public SourceSpan? Ignored { get; init; }

    /// <summary>Where the program is the interpreter itself: the import that it does not find.</summary>
    public SourceSpan? Import { get; init; }
}
