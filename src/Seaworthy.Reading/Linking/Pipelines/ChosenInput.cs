using Seaworthy.Model.Declared.Workflows.Evaluation;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>The value of an input of <c>workflow_dispatch</c>.</summary>
internal sealed record ChosenInput(string Name, ExpressionValue Value);
