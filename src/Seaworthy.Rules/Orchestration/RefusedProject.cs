using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Compose starts nothing of a project in which a service has neither an image nor a build.</summary>
internal static class RefusedProject
{
    public static bool Is(Target target, Deployment deployment) =>
        deployment.ComposeStacks.Any(stack => stack.Name == target.Name && stack.Project.Services.Any(service => service.HasNoOrigin));
}
