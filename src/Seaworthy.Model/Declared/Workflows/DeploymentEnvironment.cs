using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>The <c>environment</c> a job deploys to, with its protection rules and secrets kept outside the repository.</summary>
public sealed record DeploymentEnvironment(ExpressionTemplate Name, ExpressionTemplate? Url, SourceSpan Span);
