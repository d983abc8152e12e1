using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Configuration;

/// <summary>A value of a file for one environment.</summary>
/// <param name="Own">The environment of the file, as its name says it.</param>
internal sealed record EnvironmentValue(string Key, string Text, SourceSpan Span, string Own)
{
    /// <summary>The environment that the value names: its own, or another; null where it names none, or several.</summary>
    public string? Named { get; init; }

    /// <summary>The value without the word for the environment.</summary>
    public string Shape { get; init; } = "";
}
