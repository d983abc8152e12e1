namespace Seaworthy.Engine.Comparing;

/// <summary>The same finding on both sides.</summary>
internal sealed record FindingPair(Finding Before, Finding After);
