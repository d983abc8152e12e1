using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job that reads variables of its environment, and those of them that only another job sets.</summary>
/// <param name="Subject">The job: <c>deploy.yml: deploy</c>.</param>
/// <param name="Span">The first variable that it reads.</param>
internal sealed record JobVariable(string Subject, SourceSpan Span, IReadOnlyList<ForeignVariable> Foreign);
