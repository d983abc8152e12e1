namespace Seaworthy.Reading.Formats;

/// <summary>A stretch of a text, <paramref name="End"/> excluded.</summary>
internal sealed record TextRange(int Start, int End);
