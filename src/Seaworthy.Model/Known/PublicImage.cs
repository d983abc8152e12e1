namespace Seaworthy.Model.Known;

/// <summary>What is known of a public image, for the variant that its tag names.</summary>
/// <param name="Name">Its usual repository name, such as <c>postgres</c>.</param>
/// <param name="Source">The page the row comes from.</param>
public sealed record PublicImage(string Name, ImageRole Role, string Source)
{
    /// <summary>Other repositories with the same behaviour; one that ends in <c>/*</c> stands for all below it.</summary>
    public IReadOnlyList<string> Repositories { get; init; } = [];

    /// <summary>The one program that it starts whatever its command says: the words of a command become its arguments. Null where a script looks at them first.</summary>
    public string? EntryPoint { get; init; }

    /// <summary>The entry point serves whatever words it is given, and ignores those that it does not know.</summary>
    public bool IgnoresArguments { get; init; }

    /// <summary>What it starts where nobody gives a command: an interpreter or a shell, which ends at once without a terminal. Null for a server, and where that is not known.</summary>
    public string? Idle { get; init; }

    /// <summary>What it listens on without configuration.</summary>
    public IReadOnlyList<KnownPort> Ports { get; init; } = [];

    /// <summary>All that moves its ports; null when that is not known.</summary>
    public PortSettings? PortSettings { get; init; }

    /// <summary>The user its process starts as. Images that start as root and then drop to another user are <c>root</c> here; see <see cref="DropsRoot"/>.</summary>
    public string User { get; init; } = "root";

    /// <summary>The entry script gives up root before it serves.</summary>
    public bool DropsRoot { get; init; }

    /// <summary>The system below: which package manager installs, and which tools are there.</summary>
    public BaseSystem System { get; init; } = BaseSystem.Debian;

    /// <summary>Programs known to be there beyond those of its system.</summary>
    public IReadOnlyList<string> Tools { get; init; } = [];

    /// <summary>Programs that some of its releases hold and others do not: of these nothing is said.</summary>
    public IReadOnlyList<string> SomeHold { get; init; } = [];

    /// <summary>Programs that none of its releases holds, whatever its system is.</summary>
    public IReadOnlyList<string> Lacks { get; init; } = [];

    /// <summary>Programs that it held at another path before.</summary>
    public IReadOnlyList<MovedProgram> Moved { get; init; } = [];

    /// <summary>Where it keeps data that must outlive the container. More than one: all of them, or one by release.</summary>
    public IReadOnlyList<string> DataPaths { get; init; } = [];

    /// <summary>Variables that say where it keeps its data, the one to set first.</summary>
    public IReadOnlyList<string> DataVariables { get; init; } = [];

    /// <summary>The one directory for data that belongs to its user, so that a new volume is theirs as well; null where that is no matter.</summary>
    public string? OwnedDataPath { get; init; }

    /// <summary>No variable says where its data is.</summary>
    public bool HasFixedDataPath { get; init; }

    /// <summary>Its Dockerfile declares a volume at its data path: Docker puts an anonymous one there, over whatever is mounted above.</summary>
    public bool DeclaresVolume { get; init; }

    /// <summary>By default its data is in the data path itself, in no directory below.</summary>
    public bool IsFlat { get; init; }

    /// <summary>Part of the data is at each of the places, which are no alternatives.</summary>
    public bool IsDataSpread { get; init; }

    /// <summary>Variables without which it does not start.</summary>
    public IReadOnlyList<RequiredVariables> Required { get; init; } = [];

    /// <summary>Variables whose value it also takes from a file, when the path is given under the name with <c>_FILE</c> behind.</summary>
    public IReadOnlyList<string> FileVariables { get; init; } = [];

    /// <summary>How the names of all variables begin that it reads; empty when that is not known.</summary>
    public IReadOnlyList<string> VariablePrefixes { get; init; } = [];

    /// <summary>How the names of its program's settings begin, which no source of the repository has to read.</summary>
    public IReadOnlyList<string> SettingPrefixes { get; init; } = [];

    /// <summary>Variables of other images that people give it, and that it does not read.</summary>
    public IReadOnlyList<ForeignVariables> Foreign { get; init; } = [];

    /// <summary>Paths it answers over HTTP for health and metrics.</summary>
    public IReadOnlyList<ServedPath> Paths { get; init; } = [];

    /// <summary>The working directory its image sets; null when it sets none, or it is not known.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>What its entry point gives a command to that is no program: <c>CMD ["server.js"]</c> runs in Node's image, and nothing there has to be executable.</summary>
    public string? CommandRunner { get; init; }

    /// <summary>Without configuration, anyone who reaches the port has the data, or needs only a well-known password.</summary>
    public bool IsOpenByDefault { get; init; }

    /// <summary>What replaced it, for an image that gets no updates any more.</summary>
    public string? Successor { get; init; }

    /// <summary>What the successor does otherwise, as a sentence; null where it takes the place as it is, or nobody here knows.</summary>
    public string? SuccessorDiffers { get; init; }

    /// <summary>What other tags change.</summary>
    internal IReadOnlyList<ImageVariant> Variants { get; init; } = [];

    /// <summary>Another variant of the image listens there, and this one does not: the wrong tag, rather than a port of which nothing is known.</summary>
    public bool OnlyOthersListenOn(int port) =>
        !Ports.Any(own => own.Number == port) && Variants.Any(variant => variant.Apply(this).Ports.Any(other => other.Number == port));

    /// <summary>It is known what it reads, and this variable is nothing of it.</summary>
    public bool NeverReads(string variable) =>
        VariablePrefixes.Count > 0 && !VariablePrefixes.Any(prefix => variable.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>The variable is another image's, and this one does not read it.</summary>
    public bool Ignores(string variable) => Foreign.Any(foreign => foreign.Has(variable));

    /// <summary>Its program takes the variable as a setting.</summary>
    public bool HasSetting(string variable) =>
        SettingPrefixes.Any(prefix => variable.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>Has a shell at <c>/bin/sh</c>; null when it is not known.</summary>
    public bool? HasShell => System.HasShell();

    /// <summary>Whether a program is there: null when nobody here knows.</summary>
    public bool? HasTool(string program) =>
        Tools.Contains(program) ? true
        : Lacks.Contains(program) ? false
        : SomeHold.Contains(program) ? null
        : System.HasTool(program);
}
