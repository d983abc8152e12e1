namespace Seaworthy.Model.Source;

/// <summary>A line of an ignore file.</summary>
/// <param name="Pattern">As written, with <c>!</c> and slashes.</param>
/// <param name="Directory">Where the ignore file stands; the pattern holds below it.</param>
public sealed record IgnoreRule(string Pattern, string Directory, SourceSpan Span)
{
    /// <summary>For an ignore file above the audited directory: the way from its directory down to the audited one.</summary>
    public string Above { get; init; } = "";

    /// <summary>Written with <c>!</c>: what it matches is not ignored after all.</summary>
    public bool TakesBack => Pattern.StartsWith('!');
}
