namespace Seaworthy.Model.Known;

/// <summary>What is known of a public image, for the variant that its tag names.</summary>
/// <param name="Name">Its usual repository name, such as <c>postgres</c>.</param>
/// <param name="Source">The page the row comes from.</param>
public sealed record PublicImage(string Name, ImageRole Role, string Source)
{
    /// <summary>Other repositories with the same behaviour, such as mirrors and rebuilds that keep ports and variables.</summary>
    public IReadOnlyList<string> Repositories { get; init; } = [];

    /// <summary>What it listens on without configuration.</summary>
    public IReadOnlyList<KnownPort> Ports { get; init; } = [];

    /// <summary>The user its process starts as. Images that start as root and then drop to another user are <c>root</c> here; see <see cref="DropsRoot"/>.</summary>
    public string User { get; init; } = "root";

    /// <summary>The entry script gives up root before it serves.</summary>
    public bool DropsRoot { get; init; }

    /// <summary>The system below: which package manager installs, and which tools are there.</summary>
    public BaseSystem System { get; init; } = BaseSystem.Debian;

    /// <summary>Programs known to be there beyond those of its system.</summary>
    public IReadOnlyList<string> Tools { get; init; } = [];

    /// <summary>Where it keeps data that must outlive the container.</summary>
    public IReadOnlyList<string> DataPaths { get; init; } = [];

    /// <summary>Variables without which it does not start.</summary>
    public IReadOnlyList<RequiredVariables> Required { get; init; } = [];

    /// <summary>Paths it answers over HTTP for health and metrics.</summary>
    public IReadOnlyList<ServedPath> Paths { get; init; } = [];

    /// <summary>The working directory its image sets; null when it sets none, or it is not known.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>A plain pull without configuration leaves data open to whoever reaches the port.</summary>
    public bool IsOpenByDefault { get; init; }

    /// <summary>What other tags change.</summary>
    public IReadOnlyList<ImageVariant> Variants { get; init; } = [];

    /// <summary>Has a shell at <c>/bin/sh</c>; null when it is not known.</summary>
    public bool? HasShell => System.HasShell();

    /// <summary>Whether a program is there: null when nobody here knows.</summary>
    public bool? HasTool(string program) => Tools.Contains(program) ? true : System.HasTool(program);
}
