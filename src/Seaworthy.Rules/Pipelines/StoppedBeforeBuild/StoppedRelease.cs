using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A deployment ends the containers of a Compose project, or one of <c>docker run</c>, and starts them again.</summary>
/// <param name="Stop">The command that ends them.</param>
internal sealed record StoppedRelease(CommandSite Stop)
{
    /// <summary>What builds or pulls the new images in between, or with the start; null when they are there before, or nothing does.</summary>
    public ShellCommand? Build { get; init; }

    /// <summary>The <c>docker run</c> that starts the container again; null for a Compose project.</summary>
    public CommandSite? Run { get; init; }
}
