namespace Seaworthy.Rules;

/// <summary>A change of a verdict's weight after its rule answered. The message stays unchanged.</summary>
/// <param name="By">Who changed it: <c>scope</c>, <c>configuration</c>, <c>readings</c>, <c>broken file</c>.</param>
/// <param name="Because">As a sentence.</param>
public sealed record Adjustment(string By, Weight From, Weight To, string Because);
