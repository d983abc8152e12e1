using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Pipelines;

/// <summary>A value of a Bake target.</summary>
/// <param name="Value">Null when it is computed of more than the file holds.</param>
/// <param name="IsDefault">A variable gives it, which the environment of the command may set to something else.</param>
public sealed record BakeText(string? Value, bool IsDefault, SourceSpan Span)
{
    /// <summary>With its place; null when it is computed.</summary>
    public Fact<string>? Fact => Value is { } value ? new Fact<string>(value, Span) : null;
}
