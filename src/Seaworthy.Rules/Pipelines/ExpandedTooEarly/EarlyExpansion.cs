using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A text of commands for another shell, whose variables the sending shell expands first.</summary>
/// <param name="Program">What gets the text: <c>ssh</c>, <c>bash</c>.</param>
/// <param name="Subject">Who runs it.</param>
/// <param name="Span">The command that sends the text.</param>
/// <param name="Lost">Variables that only the text itself sets, each with a place where it is used and the place where it is set.</param>
internal sealed record EarlyExpansion(string Program, string Subject, SourceSpan Span, IReadOnlyList<LostVariable> Lost);
