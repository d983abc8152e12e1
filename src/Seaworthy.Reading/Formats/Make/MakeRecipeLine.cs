namespace Seaworthy.Reading.Formats.Make;

/// <summary>One logical line of a recipe without its tab and prefixes: a shell of its own.</summary>
/// <param name="IgnoresFailure">Prefixed with <c>-</c>.</param>
internal sealed record MakeRecipeLine(int Start, int End, bool IgnoresFailure);
