namespace Seaworthy.Model.Source;

/// <summary>A line of an ignore file, and a question to put to it.</summary>
/// <param name="Pattern">As written, with <c>!</c> and slashes.</param>
/// <param name="Directory">Where the ignore file stands; the pattern holds below it.</param>
public sealed record IgnoreRule(string Pattern, string Directory, SourceSpan Span);
