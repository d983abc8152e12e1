using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A deployment ends the containers of a Compose project and starts them again.</summary>
/// <param name="Stop">The command that ends them.</param>
internal sealed record StoppedRelease(CommandSite Stop)
{
    /// <summary>What builds or pulls the new images in between, or with the start; null when they are there before, or nothing does.</summary>
    public ShellCommand? Build { get; init; }
}
