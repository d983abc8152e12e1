namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>A secret in a text, and what is shown in its place.</summary>
internal sealed record MaskedRange(Range Range, string Shown);
