using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running;

/// <summary>How the steps of one kind are done and undone. Both may have been begun before: what is there already is left.</summary>
internal interface IStepAction
{
    void Do(DeployStep step);

    void Undo(DeployStep step);
}
