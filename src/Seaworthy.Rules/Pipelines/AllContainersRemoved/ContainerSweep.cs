using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A command ends or removes the containers or images that another command lists.</summary>
/// <param name="Verb"><c>rm</c>, <c>stop</c>, <c>kill</c> or <c>rmi</c>.</param>
internal sealed record ContainerSweep(CommandSite Site, string Verb)
{
    /// <summary>The list holds everything on the host.</summary>
    public bool IsOfAll { get; init; }
}
