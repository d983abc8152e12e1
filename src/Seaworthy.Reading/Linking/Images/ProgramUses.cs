using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;
using CommandLine = Seaworthy.Model.Declared.Scripts.Commands.CommandLine;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>Programs that are no part of most base images, where builds and start scripts call them.</summary>
internal static class ProgramUses
{
    /// <summary>No other package depends on these: an image that has them installed them on purpose.</summary>
    private static readonly FrozenSet<string> Leaves = FrozenSet.Create(
        StringComparer.Ordinal,
        "mvn",
        "gradle",
        "nc",
        "curl",
        "wget",
        "jq",
        "psql",
        "pg_isready",
        "mysql",
        "mysqladmin",
        "redis-cli",
        "mongo",
        "mongosh",
        "envsubst",
        "gosu",
        "py",
        "apt-get",
        "apk",
        "dnf",
        "yum",
        "microdnf"
    );

    // Other words under which a program comes into an image.
    private static readonly FrozenDictionary<string, string[]> Traces = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["mvn"] = ["maven", "mvn"],
        ["psql"] = ["postgres", "psql"],
        ["pg_isready"] = ["postgres", "pg_isready"],
        ["mysql"] = ["mysql", "mariadb"],
        ["mysqladmin"] = ["mysql", "mariadb"],
        ["redis-cli"] = ["redis", "valkey"],
        ["nc"] = ["netcat", "ncat", "busybox", "nmap"],
        ["mongo"] = ["mongo"],
        ["mongosh"] = ["mongo"],
        ["apt-get"] = [],
        ["apk"] = [],
        ["dnf"] = [],
        ["yum"] = [],
        ["microdnf"] = [],
        ["envsubst"] = ["envsubst", "gettext"],
        ["py"] = ["bin/py", "pythonpy"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // The thousand commands of a stage ask for the same few programs.
    private static readonly ConditionalWeakTable<ImageStage, ConcurrentDictionary<Asked, PathAnswer>> Found = [];

    public static IReadOnlyList<ProgramUse> Link(Deployment deployment) =>
        [
            .. deployment.Images.SelectMany(image => image.Stages.SelectMany(stage => OfBuild(image, stage))),
            .. deployment.Startups.SelectMany(OfStart),
            .. deployment.Startups.SelectMany(ForeignPrograms.Of),
            .. deployment.Startups.Select(StartShells.Of).OfType<ProgramUse>(),
            .. deployment.All<ScriptStart>().SelectMany(ScriptPrograms.Of),
        ];

    /// <summary>Whether a required program is in the stage; null for programs that may be dependencies of other packages.</summary>
    public static PathAnswer? Find(Image image, ImageStage stage, string program, bool countsCalls)
    {
        if (!Leaves.Contains(program))
        {
            return null;
        }

        return Found
            .GetOrCreateValue(stage)
            .GetOrAdd(new Asked(program, countsCalls), asked => Look(image, stage, asked.Program, asked.CountsCalls));
    }

    private static PathAnswer Look(Image image, ImageStage stage, string program, bool countsCalls)
    {
        var answer = ImagePrograms.Find(image, stage, program, countsCalls);
        return
            answer.Presence == Presence.Absent
            && image.Down(stage).SelectMany(below => Words(below, program)).FirstOrDefault(word => IsTrace(word, program)) is { } trace
            ? new PathAnswer(Presence.Unknown, program, Why: $"`{trace}` may install it")
            : answer;
    }

    public static bool IsLeaf(string program) => Leaves.Contains(program);

    public static ImageStage Bottom(Image image, ImageStage stage) => image.Down(stage).Last();

    private static IEnumerable<ProgramUse> OfBuild(Image image, ImageStage stage)
    {
        var lent = stage
            .Declared.Instructions.OfType<DockerInstruction.Run>()
            .Where(run => run.Mounts.Count > 0 && run.Span.Text.Contains("--mount=type=bind,from", StringComparison.Ordinal))
            .ToHashSet<DockerInstruction>(ReferenceEqualityComparer.Instance);
        foreach (var at in stage.Commands.Where(at => at.IsDemanded && !lent.Contains(at.Run)))
        {
            if (Called(image.Name, image, stage, at.Command, countsCalls: false) is { } use)
            {
                yield return use with
                {
                    IsDemanded = true,
                };
            }
        }
    }

    /// <summary>The command of a container, as far as the shell reads it: <c>sh -c "py manage.py migrate &amp;&amp; …"</c>.</summary>
    private static IEnumerable<ProgramUse> OfStart(Startup startup)
    {
        if (
            startup is not { Image: { } image, Start: { } start }
            || startup.Workload?.Mounts.Any(mount => mount.Path.Contains("/bin", StringComparison.Ordinal)) == true
        )
        {
            yield break;
        }

        var endsWithAny = start.Whole.Skip(1).All(command => command.Joint == "&&");
        foreach (
            var command in start.Whole.Where(command =>
                command is { IsConditional: false, Function: null, FailureIsMasked: false, Loop: null, Joint: not "||" }
            )
        )
        {
            if (Called(startup.Subject, image, image.Final, command, countsCalls: true) is { } use)
            {
                yield return use with
                {
                    IsStart = true,
                    IsDemanded = endsWithAny,
                };
            }
        }
    }

    /// <summary>The program of a command, to look up in a stage; null for paths, and for programs that may be dependencies of other packages.</summary>
    private static ProgramUse? Called(string subject, Image image, ImageStage stage, ShellCommand command, bool countsCalls)
    {
        var line = CommandLine.Of(command);
        if (
            line is not { Wrappers.Count: 0, ProgramWord: { Literal: { } word } place }
            || word.Contains('/', StringComparison.Ordinal)
            || Find(image, stage, line.Program, countsCalls) is not { } answer
        )
        {
            return null;
        }

        var bottom = Bottom(image, stage);
        return new ProgramUse(subject, line.Program, place.Span, answer)
        {
            Base = bottom.Base.Text ?? "",
            BaseAt = bottom.Declared.Base.Span,
        };
    }

    private static bool IsTrace(string word, string program) =>
        !word.Contains("mvnw", StringComparison.Ordinal)
        && !word.Contains("gradlew", StringComparison.Ordinal)
        && (Traces.GetValueOrDefault(program) ?? [program]).Any(trace => word.Contains(trace, StringComparison.OrdinalIgnoreCase));

    /// <summary>What a stage copies from elsewhere, adds, sets, and gives to other programs as arguments: packages, archives, links.</summary>
    private static IEnumerable<string> Words(ImageStage stage, string program) =>
        stage
            .Declared.Instructions.Where(instruction => instruction is DockerInstruction.Copy { From: not null } or DockerInstruction.Env)
            .DistinctBy(instruction => instruction.Span.Start)
            .Select(instruction => instruction.Span.Text)
            .Concat(
                stage
                    .Declared.Instructions.OfType<DockerInstruction.Copy>()
                    .SelectMany(copy => copy.Sources)
                    .Where(source => source.Raw.Contains("://", StringComparison.Ordinal))
                    .Select(source => source.Raw)
            )
            .Concat(
                stage
                    .Commands.Select(at => at.Command)
                    .Where(command => command.Program != program)
                    .SelectMany(command =>
                        command.Words.Skip(1).Select(word => word.Raw).Concat(command.Redirects.Select(redirect => redirect.Target.Raw))
                    )
            );

    private sealed record Asked(string Program, bool CountsCalls);
}
