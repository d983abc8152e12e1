using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running.Steps;

/// <summary>The health gate as a step.</summary>
internal sealed class HealthAction(DeployContext context) : IStepAction
{
    public void Do(DeployStep step) => new HealthGate(context).Await(context.Definition?.Find(step.Service ?? ""), step.Containers);

    public void Undo(DeployStep step) { }
}
