namespace Seaworthy.Engine.Claims;

/// <summary>A place that a claim names.</summary>
/// <param name="Path">From the root of the repository.</param>
/// <param name="Line">From 1; null for the whole file.</param>
/// <param name="Quote">What the claim says stands there; null where it quotes nothing.</param>
public sealed record ClaimPlace(string Path, int? Line, string? Quote);
