namespace Seaworthy.Engine.Reporting;

/// <summary>A line as a report may show it.</summary>
/// <param name="Number">In its file, from 1.</param>
/// <param name="IsNamed">A finding names it; the others stand around it.</param>
internal sealed record ExcerptLine(int Number, string Text, bool IsNamed);
