namespace Seaworthy.Reading.Formats.Code;

/// <summary>A parameter; <paramref name="Name"/> is empty for a pattern.</summary>
internal sealed record CodeParameter(string Name, TokenRange Type, TokenRange Default, TokenRange Whole);
