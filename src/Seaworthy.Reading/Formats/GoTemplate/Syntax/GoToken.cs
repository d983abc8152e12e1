namespace Seaworthy.Reading.Formats.GoTemplate.Syntax;

/// <summary>A token of a Go template.</summary>
/// <param name="Value">As it is written; for text, without what trim markers take away; for quoted text, its value.</param>
/// <param name="Position">The offset at which it begins.</param>
/// <param name="Length">Of what is written.</param>
internal sealed record GoToken(GoTokenKind Kind, string Value, int Position, int Length);
