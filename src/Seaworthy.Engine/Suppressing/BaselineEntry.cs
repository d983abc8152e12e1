using Seaworthy.Rules;

namespace Seaworthy.Engine.Suppressing;

/// <summary>A finding that was known. The fingerprint recognises it; rule, path and subject are for anyone who reads the file.</summary>
/// <param name="Outcome">What it was: what was likely (WARN) and is now certain (FAIL) is news.</param>
public sealed record BaselineEntry(string Fingerprint, Outcome Outcome, string Rule, string Path, string Subject);
