using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A task definition of Amazon ECS in JSON, as <c>aws ecs register-task-definition</c> takes it.</summary>
/// <remarks>Source: Amazon ECS documentation, "Task definition parameters".</remarks>
/// <param name="Task">The whole object.</param>
public sealed record EcsTaskDefinition(SourceFile File, HclExpression.Object Task) : Artifact(File);
