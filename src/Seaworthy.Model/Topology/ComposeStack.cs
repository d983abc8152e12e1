using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A compose project as somebody would start it: its merged files, and the variables that interpolate them.</summary>
/// <param name="Name">The path of its last file.</param>
/// <param name="Project">Its files merged.</param>
/// <param name="EnvFiles">The files interpolation reads: <c>.env</c> of the project directory.</param>
/// <param name="Templates">Templates of such files beside them: they document names, not values.</param>
public sealed record ComposeStack(string Name, ComposeProject Project, IReadOnlyList<EnvFile> EnvFiles, IReadOnlyList<EnvFile> Templates)
{
    /// <summary>What it is started for.</summary>
    public TargetEnvironment Environment { get; init; }

    /// <summary>What says so, as a sentence without its end; null for its name.</summary>
    public string? EnvironmentBecause { get; init; }

    /// <summary>Why the project may be more than these files; null when it is whole.</summary>
    public string? PartialBecause { get; init; }

    /// <summary>A command takes its file to another directory before it is used, where there may be more than beside it here; null when none does.</summary>
    public SourceSpan? TakenBy { get; init; }

    /// <summary>Nothing here starts just these files together: it is how such files are usually meant.</summary>
    public bool IsAssumed { get; init; }

    /// <summary>Compose finds just these files by their names, or a command here loads just these; of others nobody can tell what is loaded with them.</summary>
    public bool IsSettled { get; init; }
}
