namespace Seaworthy.Reading.Formats.Interpolation;

/// <summary>A variable that a text refers to, and where in the text the reference begins.</summary>
internal sealed record TextHole(string Name, bool HasDefault, int Start);
