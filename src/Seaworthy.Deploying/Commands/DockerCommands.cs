using System.Globalization;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Commands;

/// <summary>What the engine is asked to do, as data. Nothing runs here.</summary>
public static class DockerCommands
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(30);

    /// <summary>Options of a container of ours that works with files of one account: nothing in it gets more rights than that account has.</summary>
    internal static IReadOnlyList<string> Confined(string owner) =>
        ["--user", owner, "--cap-drop", "ALL", "--security-opt", "no-new-privileges", "--read-only"];

    public static CommandLine Version() => Docker("version", "--format", "{{json .}}");

    public static CommandLine BuilderVersion() => Docker("buildx", "version");

    public static CommandLine Containers(string project) =>
        Docker("ps", "--all", "--quiet", "--no-trunc", "--filter", $"label={Labels.Project}={project}");

    public static CommandLine Inspect(IEnumerable<string> names) => Docker(["inspect", "--type", "container", .. names]);

    public static CommandLine InspectImage(string image) => Docker("image", "inspect", image);

    public static CommandLine Pull(string image) => Docker("pull", "--quiet", image) with { Limit = Long };

    /// <summary>Values of build arguments are in the environment of the command, where other users of the machine do not see them.</summary>
    /// <param name="build">What is built.</param>
    /// <param name="project">For whom.</param>
    /// <param name="tag">The name of the image.</param>
    /// <param name="revision">The commit.</param>
    /// <param name="usesBuildKit">Null where the client decides.</param>
    public static CommandLine Build(BuildDefinition build, string project, string tag, string revision, bool? usesBuildKit = null) =>
        Docker([
            "build",
            "--tag",
            tag,
            .. build.Dockerfile is { } file ? (string[])["--file", file] : [],
            .. build.Stage is { } stage ? (string[])["--target", stage] : [],
            .. build.Arguments.SelectMany(argument => (string[])["--build-arg", argument.Name]),
            "--label",
            $"org.opencontainers.image.revision={revision}",
            "--label",
            $"{Labels.ImageOf}={project}",
            build.Context,
        ]) with
        {
            Limit = Long,
            Environment = new Dictionary<string, string>([
                .. build
                    .Arguments.DistinctBy(argument => argument.Name)
                    .Select(argument => KeyValuePair.Create(argument.Name, argument.Value)),
                .. usesBuildKit is { } uses
                    ? [KeyValuePair.Create("DOCKER_BUILDKIT", uses ? "1" : "0")]
                    : Array.Empty<KeyValuePair<string, string>>(),
            ]),
        };

    public static CommandLine NetworkExists(string name) => Docker("network", "inspect", "--format", "{{.Name}}", name);

    public static CommandLine VolumeExists(string name) => Docker("volume", "inspect", "--format", "{{.Name}}", name);

    public static CommandLine CreateNetwork(NetworkDefinition network, string project) =>
        Docker([
            "network",
            "create",
            "--label",
            $"{Labels.Project}={project}",
            .. network.Driver is { } driver ? (string[])["--driver", driver] : [],
            .. network.IsInternal ? (string[])["--internal"] : [],
            network.Name,
        ]);

    public static CommandLine CreateVolume(string name, string project) =>
        Docker("volume", "create", "--label", $"{Labels.Project}={project}", name);

    public static CommandLine Connect(string network, string container, IEnumerable<string> names) =>
        Docker(["network", "connect", .. names.SelectMany(name => (string[])["--alias", name]), network, container]);

    public static CommandLine Start(string container) => Docker("start", container);

    /// <summary>Ends a container in its grace period, and keeps it: it is not started again by itself.</summary>
    public static IReadOnlyList<CommandLine> Retire(string container, int graceSeconds) =>
        [Docker("update", "--restart", "no", container), Stop(container, graceSeconds)];

    /// <summary>Starts a container that was kept.</summary>
    public static IReadOnlyList<CommandLine> Revive(string container, string restart) =>
        [Docker("update", "--restart", restart, container), Start(container)];

    public static CommandLine Stop(string container, int graceSeconds) =>
        Docker("stop", "--time", graceSeconds.ToString(CultureInfo.InvariantCulture), container) with
        {
            Limit = TimeSpan.FromSeconds(graceSeconds + 60),
        };

    public static CommandLine Remove(string container) => Docker("rm", "--force", "--volumes", container);

    public static CommandLine RemoveImage(string image) => Docker("image", "rm", image);

    /// <summary>The images that were built for a project, each as its name and its identity.</summary>
    public static CommandLine Images(string project) =>
        Docker(
            "image",
            "ls",
            "--no-trunc",
            "--filter",
            $"label={Labels.ImageOf}={project}",
            "--format",
            "{{.Repository}}:{{.Tag}} {{.ID}}"
        );

    /// <summary>Removes a container, and leaves what it wrote in volumes.</summary>
    public static CommandLine RemoveAlone(string container) => Docker("rm", "--force", container);

    public static CommandLine Networks(string project) =>
        Docker("network", "ls", "--format", "{{.Name}}", "--filter", $"label={Labels.Project}={project}");

    public static CommandLine Volumes(string project) =>
        Docker("volume", "ls", "--format", "{{.Name}}", "--filter", $"label={Labels.Project}={project}");

    public static CommandLine RemoveNetwork(string name) => Docker("network", "rm", name);

    public static CommandLine RemoveVolume(string name) => Docker("volume", "rm", name);

    public static CommandLine Logs(string container, int lines) =>
        Docker("logs", "--tail", lines.ToString(CultureInfo.InvariantCulture), container);

    public static CommandLine FollowLogs(string container) => Docker("logs", "--follow", "--tail", "20", container);

    public static CommandLine Wait(string container, TimeSpan limit) => Docker("wait", container) with { Limit = limit };

    /// <summary>A script for the shell of a container.</summary>
    /// <param name="container">Where it runs.</param>
    /// <param name="text">The script.</param>
    /// <param name="environment">What it gets as variables, by the environment of the command: values may be secrets.</param>
    public static CommandLine Script(string container, string text, IReadOnlyDictionary<string, string>? environment = null) =>
        Docker([
            "exec",
            "--interactive",
            .. (environment ?? new Dictionary<string, string>()).SelectMany(variable => (string[])["--env", variable.Key]),
            container,
            "/bin/sh",
            "-c",
            text,
        ]) with
        {
            Limit = Long,
            Environment = environment ?? new Dictionary<string, string>(),
        };

    /// <summary>The containers that run with a volume, those of nobody's project too.</summary>
    public static CommandLine RunningWith(string volume) =>
        Docker("ps", "--no-trunc", "--format", "{{.Names}}", "--filter", $"volume={volume}");

    public static CommandLine Pause(IEnumerable<string> containers) => Docker(["pause", .. containers]);

    public static CommandLine Resume(IEnumerable<string> containers) => Docker(["unpause", .. containers]);

    /// <summary>Resumes containers when its input ends, however the process ends that feeds it.</summary>
    public static CommandLine ResumeAtEnd(IEnumerable<string> containers) =>
        new("/bin/sh", ["-c", "trap '' INT TERM HUP; cat >/dev/null; exec docker unpause \"$@\"", "sh", .. containers]);

    public static CommandLine CopyOut(string container, string path) => Docker("cp", $"{container}:{path}", "-") with { Limit = Long };

    public static CommandLine CopyIn(string container, string path) => Docker("cp", "-", $"{container}:{path}") with { Limit = Long };

    public static CommandLine Docker(params IReadOnlyList<string> arguments) => new("docker", arguments);
}
