using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Settings;

/// <summary>Findings that a configuration accepts, and why. What is not said does not restrict.</summary>
/// <param name="Span">Where it stands.</param>
public sealed record DeclaredSuppression(string Rule, string Reason, SourceSpan Span)
{
    /// <summary>Where the primary place lies.</summary>
    public PathGlob? Path { get; init; }

    /// <summary>The subject as reports write it.</summary>
    public string? Subject { get; init; }

    /// <summary>The id of one finding.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The last day on which it holds.</summary>
    public DateOnly? Until { get; init; }
}
