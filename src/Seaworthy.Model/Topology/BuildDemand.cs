using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A command of an image's build that loads settings of the repository, and the variables without which those stop it.</summary>
/// <param name="Step">The command.</param>
/// <param name="Runs">The same as a person reads it, without what is set in front of it.</param>
/// <param name="Settings">What it loads, as a path of the repository.</param>
/// <param name="Missing">Reads of variables that nothing of the repository gives to the command, one for each.</param>
public sealed record BuildDemand(Image Image, SourceSpan Step, string Runs, string Settings, IReadOnlyList<EnvironmentRead> Missing)
{
    /// <summary>No local env file reaches the command either: none is loaded, none is copied, or all are kept out of the context.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The settings look for an env file at all.</summary>
    public bool LoadsEnvFile { get; init; }

    /// <summary>The line that keeps env files out of the context, if one does.</summary>
    public SourceSpan? KeptOut { get; init; }

    /// <summary>Pipelines alone build the image, of what they check out: there is no env file that nobody committed.</summary>
    public SourceSpan? CheckedOut { get; init; }
}
