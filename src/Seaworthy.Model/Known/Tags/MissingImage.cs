namespace Seaworthy.Model.Known.Tags;

/// <summary>An image that its registry does not have.</summary>
/// <param name="Reason">How that is known, as half a sentence.</param>
/// <param name="Instead">What to name in its place; null when nobody can tell.</param>
public sealed record MissingImage(string Reason, string? Instead);
