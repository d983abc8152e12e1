using System.Globalization;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running.Steps;

/// <summary>A command of the new image that must end with 0.</summary>
internal sealed class MigrateAction(DeployContext context) : IStepAction
{
    private readonly ContainerStart start = new(context);

    public void Do(DeployStep step)
    {
        var service = context.Service(step);
        Run(step.Containers[0], service, service.Migration);
    }

    public void Undo(DeployStep step)
    {
        context.Engine.Runner.Run(DockerCommands.Remove(step.Containers[0]));
        // After a crash the definition is gone, and with it the command: what it did stays, as it does without one.
        if (context.Definition?.Find(step.Service ?? "") is { MigrationUndo: { } undo } service)
        {
            Run(step.Containers[0] + "-undo", service, undo);
        }
    }

    private void Run(string name, ServiceDefinition service, IReadOnlyList<string>? command)
    {
        start.Fresh(name, service, role: "migration", command);
        var waited = context.Engine.Do(DockerCommands.Wait(name, context.MigrationLimit));
        var log = context.Engine.LastLines(name);
        var isDone = int.TryParse(waited.Output.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code == 0;
        context.Engine.Runner.Run(DockerCommands.Remove(name));
        if (!isDone)
        {
            throw new DeployFailedException($"{service.Name} ended with exit code {waited.Output.Trim()}") { Log = log };
        }
    }
}
