namespace Seaworthy.Rules.Security;

/// <summary>A statement that lets any origin in.</summary>
/// <param name="IsStar">It says <c>*</c>, not "the one that asks".</param>
/// <param name="Variable">The variable that would say otherwise.</param>
internal sealed record Openness(bool IsStar, string? Variable);
