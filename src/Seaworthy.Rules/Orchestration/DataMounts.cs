using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Where a data store stores its data, and what is mounted there or nearby.</summary>
internal sealed class DataMounts(Workload workload, PublicImage image)
{
    // Where PostgreSQL stores since release 18, and where it did before.
    private const string NewPostgres = "/var/lib/postgresql";
    private const string OldPostgres = "/var/lib/postgresql/data";

    // Words for other content of volumes.
    private static readonly string[] OtherWords =
    [
        "config",
        "conf",
        "cert",
        "certs",
        "certificates",
        "ssl",
        "tls",
        "plugins",
        "log",
        "logs",
        "backup",
        "backups",
        "initdb",
        "scripts",
        "run",
        "tmp",
        "secrets",
        "dump",
        "dumps",
    ];

    /// <summary>The data paths of the release in the tag, or of the newest release without a tag. A variable of the image overrides them.</summary>
    public IReadOnlyList<string> Paths =>
        MovedBy is { Value.Text: { Length: > 0 } directories }
            // The images run in the root directory: a path without a leading slash is relative to it.
            ?
            [
                .. directories
                    .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(path => "/" + path.Trim('/')),
            ]
        : IsNewestPostgres ? [NewPostgres]
        : image.DataPaths;

    /// <summary>The variable that sets the data path.</summary>
    public SuppliedVariable? MovedBy => workload.Supplied.LastOrDefault(variable => image.DataVariables.Contains(variable.Name));

    /// <summary>Its command or a variable sets the data path, and the path is unknown.</summary>
    public bool IsMoved =>
        workload.Supplied.Any(variable =>
            variable.Name is "PGDATA" or "MINIO_VOLUMES" or "RABBITMQ_MNESIA_BASE" or "path.data"
            && !image.DataVariables.Contains(variable.Name)
        )
        || (
            image.DataVariables.Count > 0
            && (MovedBy is { Value: not { Text.Length: > 0, Unset.Count: 0 } } || (HasSettings && image.Name != "postgres"))
        )
        || (
            workload.Start is { } start
            && start.Text.Contains('/', StringComparison.Ordinal)
            && !image.DataPaths.Any(path => Names(start.Text, path))
        );

    /// <summary>Why unknown variables may set the data path; otherwise null.</summary>
    public string? MayBeMovedBecause => image.HasFixedDataPath ? null : workload.SuppliesMoreBecause;

    /// <summary>
    /// The entry point of PostgreSQL 18 checks the mount before it starts the server, whatever its settings say; only PGDATA, another directory in the command, or another
    /// command override that. Unknown files are handled separately.
    /// </summary>
    /// <remarks>Source: docker-library/postgres, docker-entrypoint.sh, <c>docker_setup_env</c>.</remarks>
    public bool IsMovedAtStart =>
        workload.Supplied.Any(variable => variable.Name == "PGDATA")
        || workload.Start?.Commands.All(command => command.Program is "postgres" or ['-', ..]) == false
        || workload.Start?.Text.Split(' ', '=', '"', '\'', ',', '[', ']').Any(word => word is "-D" or "data_directory" or "PGDATA") == true;

    public bool AreHeld =>
        Paths is var paths && workload.Mounts.Any(mount => paths.Any(path => Holds(mount, path) || IsThrownAway(mount, path)));

    /// <summary>A named volume that is mounted at another place than the data.</summary>
    public Mount? Astray =>
        workload.Mounts.FirstOrDefault(mount => mount is { Kind: MountKind.Volume, Source: not null } && !IsForOthers(mount.Path));

    /// <summary>A mount above a path at which the image declares a volume.</summary>
    public Mount? Above =>
        image.DeclaresVolume && Paths is var paths
            ? workload.Mounts.FirstOrDefault(mount =>
                mount.Kind is MountKind.Volume or MountKind.Bind
                && paths.Any(path => path.StartsWith(mount.Path.TrimEnd('/') + "/", StringComparison.Ordinal))
            )
            : null;

    /// <summary>A mount at the data path of PostgreSQL before release 18.</summary>
    public Mount? TooDeep =>
        image is { Name: "postgres", DataPaths: [NewPostgres] } || IsNewestPostgres
            ? workload.Mounts.FirstOrDefault(mount => mount.Path.TrimEnd('/') == OldPostgres)
            : null;

    /// <summary>Without a release in the tag it is the newest one: 18 or later.</summary>
    public bool IsNewestPostgres =>
        workload is { Public.Name: "postgres", Reference.Value.Text: { } text }
        && ImageReference.Parse(text)
            is { Repository: "postgres", Digest: null, EffectiveTag: "latest" or "alpine" or "bookworm" or "trixie" };

    /// <summary>Where the image declares its volume: one directory higher since PostgreSQL 18.</summary>
    public string OwnVolume => IsNewestPostgres ? NewPostgres : image.DataPaths[0];

    /// <summary>The image declares a volume for every data path: Docker creates an anonymous one if none is mounted.</summary>
    public bool HasAnonymous =>
        image.DeclaresVolume
        && Paths.All(path =>
            (image.IsDataSpread ? image.DataPaths : [OwnVolume]).Any(own =>
                path == own || path.StartsWith(own + "/", StringComparison.Ordinal)
            )
        );

    private bool Holds(Mount mount, string path) =>
        mount.Path.TrimEnd('/') is var at
        && (
            at == path
            || ((!image.DeclaresVolume || IsBesideItsVolume(at, path)) && path.StartsWith(at + "/", StringComparison.Ordinal))
            || (
                at.StartsWith(path + "/", StringComparison.Ordinal)
                && (!image.IsFlat || at == $"{path}/appendonlydir")
                // PostgreSQL 18 stores beside the directory of the releases before.
                && !(path == NewPostgres && at.StartsWith(OldPostgres + "/", StringComparison.Ordinal))
            )
        );

    /// <summary>Memory mounted above the data means that it should not outlive the container, even if the image declares a volume between.</summary>
    private static bool IsThrownAway(Mount mount, string path) =>
        mount.Kind == MountKind.Temporary && path.StartsWith(mount.Path.TrimEnd('/') + "/", StringComparison.Ordinal);

    /// <summary>A variable has moved the data, and the image declares no volume between the mount and it.</summary>
    private bool IsBesideItsVolume(string mount, string path) =>
        MovedBy is not null
        && image.DataPaths is [var own, ..]
        && !(
            own.StartsWith(mount + "/", StringComparison.Ordinal) && (path == own || path.StartsWith(own + "/", StringComparison.Ordinal))
        );

    /// <summary>A settings file of the program may set the path.</summary>
    private bool HasSettings =>
        workload.Mounts.Any(mount =>
            mount.Path.Contains("config", StringComparison.OrdinalIgnoreCase)
            || mount.Path.EndsWith(".properties", StringComparison.Ordinal)
        );

    private static bool IsForOthers(string path) =>
        path.Split('/', '-', '_', '.').Any(word => OtherWords.Contains(word, StringComparer.OrdinalIgnoreCase));

    // "/mnt/data" is not "/data".
    private static bool Names(string command, string path) =>
        command.Split(' ', '=', '"', '\'', ',').Any(word => word == path || word.StartsWith(path + "/", StringComparison.Ordinal));
}
