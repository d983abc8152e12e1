using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job whose steps set shell variables, and those of them that later steps miss.</summary>
/// <param name="Subject">The job: <c>ci.yml: deploy</c>.</param>
/// <param name="Span">The first of them.</param>
internal sealed record StepVariables(string Subject, SourceSpan Span, IReadOnlyList<ForgottenVariable> Forgotten);
