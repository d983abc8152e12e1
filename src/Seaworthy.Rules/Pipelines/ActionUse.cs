using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step that uses an action.</summary>
/// <param name="Name">Its job, as a report names it.</param>
internal sealed record ActionUse(WorkflowStep Step, ActionReference Uses, string Name);
