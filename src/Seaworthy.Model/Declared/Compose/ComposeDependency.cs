using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>An entry of <c>depends_on</c>.</summary>
/// <remarks>Source: the Compose specification, "depends_on".</remarks>
public sealed record ComposeDependency(Fact<string> Service, SourceSpan Span)
{
    /// <summary><c>service_started</c>, <c>service_healthy</c> or <c>service_completed_successfully</c>; absent in the short form.</summary>
    public Fact<string>? Condition { get; init; }

    public ComposeFlag? Required { get; init; }

    public ComposeFlag? Restart { get; init; }

    public bool WaitsForHealth => Condition?.Value is "service_healthy";

    public bool WaitsForCompletion => Condition?.Value is "service_completed_successfully";

    public bool IsRequired => Required?.Value is not false;
}
