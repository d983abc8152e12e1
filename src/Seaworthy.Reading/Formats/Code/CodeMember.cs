namespace Seaworthy.Reading.Formats.Code;

/// <summary>A member of an object literal. A shorthand's value is its own name; a method's value is its parameters and body; a spread is named <c>...</c>.</summary>
internal sealed record CodeMember(string Name, TokenRange Value, int Token);
