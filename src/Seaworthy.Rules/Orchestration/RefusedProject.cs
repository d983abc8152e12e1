using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Compose starts nothing in a project if a service has neither an image nor a build.</summary>
internal static class RefusedProject
{
    private static readonly PerDeployment<HashSet<string>> Names = new(deployment =>
        deployment
            .ComposeStacks.Where(stack => stack.Project.Services.Any(service => service.HasNoOrigin))
            .Select(stack => stack.Name)
            .ToHashSet(StringComparer.Ordinal)
    );

    public static bool Is(Target target, Deployment deployment) => Names.Of(deployment).Contains(target.Name);
}
