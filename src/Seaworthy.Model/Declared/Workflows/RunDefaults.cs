using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary><c>defaults.run</c>: what holds for every <c>run</c> step below.</summary>
public sealed record RunDefaults(Fact<string>? Shell, ExpressionTemplate? WorkingDirectory);
