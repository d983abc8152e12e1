namespace Seaworthy.Engine.Suppressing;

/// <summary>Why a finding closes no gate.</summary>
/// <param name="Place">Where it is written: <c>path:line</c>, or the name of the baseline.</param>
/// <param name="Until">The last day on which it holds; null for ever.</param>
public sealed record Suppression(SuppressionKind Kind, string Reason, string Place, DateOnly? Until = null);
