using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>An environment variable that a platform's file gives.</summary>
/// <param name="Value">The literal; null when the value comes from elsewhere.</param>
public sealed record PlatformVariable(Fact<string> Name, Fact<string>? Value, PlatformVariableOrigin Origin, SourceSpan Span)
{
    /// <summary>The database, service, group or secret the value comes from.</summary>
    public Fact<string>? Reference { get; init; }

    /// <summary>Which of its properties: <c>connectionString</c>, <c>hostport</c>, or a variable's name.</summary>
    public Fact<string>? Property { get; init; }

    /// <summary>Holds for this process, context or environment only.</summary>
    public string? Scope { get; init; }
}
