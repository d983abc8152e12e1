using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A container with a read-only root file system writes where nothing is mounted.</summary>
/// <remarks>
/// Source: Kubernetes documentation, "Configure a Security Context", readOnlyRootFilesystem; Python, <c>tempfile.gettempdir</c>; gunicorn, settings, worker_tmp_dir;
/// Spring Boot, AbstractConfigurableWebServerFactory, createTempDir.
/// </remarks>
internal sealed class ReadOnlyPathWritten : Rule<Workload>
{
    // The kubelet and the engine mount these themselves.
    private static readonly string[] AlwaysThere = ["/dev", "/proc", "/sys", "/etc/hosts", "/etc/hostname", "/etc/resolv.conf"];

    // In the container.
    private const string Temporary = "/" + "tmp";

    private static readonly string[] OfPython = [Temporary, "/var/tmp", "/usr/tmp"];

    private static readonly string[] OfServlets = ["spring-boot-starter-web", "spring-boot-starter-webmvc"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/read-only-path-written",
            Title = "Write to read-only root",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The write fails with `Read-only file system`, so the container exits or its probe never passes.",
            Holds = "The container writes only where a writable volume is mounted.",
        };

    public override IEnumerable<Workload> Subjects(Deployment deployment) =>
        deployment
            .Workloads.Where(workload => workload is { IsReadOnly: true, ReadOnlyRoot: not null })
            .DistinctBy(workload => workload.Span);

    protected override Subject Identify(Workload subject) => new(subject.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(Workload subject, Deployment deployment)
    {
        if (Written(subject, deployment) is not { } written || subject.ReadOnlyRoot is not { } root)
        {
            yield break;
        }

        yield return LikelyFail(
                written.Place,
                $"{subject.Name} {written.What}, but its root file system is read-only and no writable volume is mounted there."
            )
            .Related(root)
            .Remedy(
                subject.Kind == TargetKind.Kubernetes
                    ? $"Mount an `emptyDir` volume at `{written.Directory}` in {subject.Name}."
                    : $"Add `tmpfs: {written.Directory}` to {subject.Name} in {subject.Span.File.Path}."
            )
            .Verify($"git grep -n {written.Directory} -- {subject.Span.File.Path}   # a mount of {subject.Name} must name it");
    }

    private static Write? Written(Workload workload, Deployment deployment) =>
        ByCommand(workload, workload.Checks)
        ?? ByCommand(workload, workload.Start?.Commands ?? [])
        ?? ByCommand(workload, Script(workload, deployment))
        ?? ByGunicorn(workload)
        ?? BySpring(workload);

    /// <summary>What the script does that the image starts, where the workload has no command of its own.</summary>
    private static IReadOnlyList<ShellCommand> Script(Workload workload, Deployment deployment) =>
        workload is { Image: { } image, Start: { Arguments: null } start } && start.Span.File == image.Dockerfile.File
            ?
            [
                .. deployment
                    .All<ScriptStart>()
                    .Where(started => ReferenceEquals(started.Image, image) && !started.IsInBuild && !started.IsMounted)
                    .SelectMany(started => started.Script?.Commands ?? [])
                    .Where(command => command.Function is null),
            ]
            : [];

    private static Write? ByCommand(Workload workload, IReadOnlyList<ShellCommand> commands) =>
        (
            from at in Enumerable.Range(0, commands.Count)
            let command = commands[at]
            where !command.MayFailUnnoticed && (command.StopsOnError || at + 1 == commands.Count || commands[at + 1].Joint == "&&")
            from word in WrittenPaths.Words(command)
            let path = word.Literal
            where path is ['/', _, ..] && !path.EndsWith('/') && IsNew(command, path) && !IsCovered(workload, path)
            select new Write(word.Span, $"writes `{path}`", Directory(path))
        ).FirstOrDefault();

    /// <summary><c>mkdir -p</c> is content with a directory of the image.</summary>
    private static bool IsNew(ShellCommand command, string path) =>
        command.Program != "mkdir"
        || path.StartsWith(Temporary + "/", StringComparison.Ordinal)
        || path.StartsWith("/run/", StringComparison.Ordinal);

    private static string Directory(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : path;

    private static bool IsCovered(Workload workload, string path) =>
        Array.Exists(AlwaysThere, there => path == there || path.StartsWith(there + "/", StringComparison.Ordinal))
        || workload.Mounts.Any(mount => mount.Inside(path) is not null);

    /// <summary>Each worker of gunicorn opens a temporary file, by which its master sees that it lives.</summary>
    private static Write? ByGunicorn(Workload workload) =>
        workload.Supplies("TMPDIR") || workload.SuppliesMoreBecause is not null || Array.Exists(OfPython, path => IsCovered(workload, path))
            ? null
            : workload
                .Start?.Whole.Where(command =>
                    command.Program == "gunicorn"
                    && !command.Words.Any(word =>
                        word.Literal is { } text
                        && (
                            text.StartsWith("--worker-tmp-dir", StringComparison.Ordinal)
                            || text is "-c" or "--config"
                            || text.StartsWith("--config=", StringComparison.Ordinal)
                        )
                    )
                    && command.Words.All(word => word.Literal is not null)
                )
                .Select(command => new Write(command.Words[0].Span, $"runs gunicorn, whose workers write to `{Temporary}`", Temporary))
                .FirstOrDefault();

    /// <summary>The embedded Tomcat makes its directory below <c>java.io.tmpdir</c> when it starts.</summary>
    private static Write? BySpring(Workload workload) =>
        workload.Components is [{ } only]
        && only.Frameworks.Any(OfServlets.Contains)
        && workload.Image is not null
        && !IsCovered(workload, Temporary)
        && !only.Properties.Any(file => file.All.Any(property => property.Key.EndsWith("basedir", StringComparison.Ordinal)))
        && workload.Start is { } start
        && start.Whole.Any(command => command.Program == "java")
        && !start.Text.Contains("java.io.tmpdir", StringComparison.Ordinal)
            ? new Write(workload.Span, $"runs the embedded Tomcat of Spring Boot, which writes to `{Temporary}`", Temporary)
            : null;

    private sealed record Write(SourceSpan Place, string What, string Directory);
}
