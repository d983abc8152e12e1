using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A variable that the code of a workload reads, and what the workload is given for it.</summary>
public sealed record VariableUse
{
    /// <summary>The reason why a program that loads a dotenv file may be given more.</summary>
    public const string LoadsFile = "it loads a .env file that is not in the repository";

    public required string Name { get; init; }

    public required Workload Workload { get; init; }

    /// <summary>Every place that reads it, the most demanding first.</summary>
    public required IReadOnlyList<EnvironmentRead> Reads { get; init; }

    /// <summary>What the workload is given under this name, or under one that serves as well.</summary>
    public SuppliedVariable? Supply { get; init; }

    /// <summary>A name the workload is given, that nothing reads, and that most likely was meant to be this one.</summary>
    public SuppliedVariable? Near { get; init; }

    /// <summary>Why something else may give it; null when the tree shows everything the process is given.</summary>
    public string? UndecidedBecause { get; init; }

    /// <summary>Only a file that the program loads by itself, and that no clone has, may still give it.</summary>
    public bool MayComeFromFile => UndecidedBecause == LoadsFile;

    /// <summary>The most demanding read is in code that the workload's command is known to load.</summary>
    public bool IsLoaded { get; init; }

    /// <summary>Where the template of the workload's env file names it; null when it is supplied, or no template does.</summary>
    public EnvEntry? Promised { get; init; }

    /// <summary>For a build-time variable: the step of the image's build that fixes its value and is not given it.</summary>
    public SourceSpan? FixedAt { get; init; }

    /// <summary>The image's build mentions the name elsewhere: something may insert the value when the container starts.</summary>
    public bool MayBeReplacedAtStart { get; init; }

    /// <summary>The component has a server as well, where a name that was unset in the build is read when it runs.</summary>
    public bool MayRunOnServer { get; init; }

    /// <summary>Where templates and env files write it down.</summary>
    public IReadOnlyList<SourceSpan> Documented { get; init; } = [];

    public EnvironmentRead Strongest => Reads[0];

    public Demand Demand => Strongest.Default is null ? Strongest.Demand : Demand.Optional;

    /// <summary>Put into the bundle while it is built; what the container is given comes too late.</summary>
    public bool IsBuildTime => Strongest.IsBuildTime;
}
