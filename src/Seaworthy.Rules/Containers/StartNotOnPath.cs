using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>An image starts a program by its bare name, which lies in its working directory: that is not on the search path.</summary>
/// <remarks>Source: Docker documentation, "Dockerfile reference", "Exec form"; POSIX.1-2024, Environment Variables, PATH.</remarks>
internal sealed class StartNotOnPath : Rule<Image>
{
    // PATH of the base images of Debian, Ubuntu and Alpine.
    private static readonly string[] Directories = ["/usr/local/sbin/", "/usr/local/bin/", "/usr/sbin/", "/usr/bin/", "/sbin/", "/bin/"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/start-not-on-path",
            Title = "Start command not on PATH",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "The runtime looks for a bare name in PATH only: `executable file not found in $PATH`, and the container does not start.",
            Holds = "The start command is on PATH, or is written with its directory.",
        };

    public override IEnumerable<Image> Subjects(Deployment deployment) =>
        deployment.Images.Where(image => StartProgram.Of(image.Final.Entrypoint, image.Final.Command) is not null);

    protected override Subject Identify(Image subject) => new(subject.Name, subject.Dockerfile.File.Whole);

    protected override IEnumerable<Verdict> Check(Image subject, Deployment deployment)
    {
        if (
            StartProgram.Of(subject.Final.Entrypoint, subject.Final.Command) is not { Word: { } word }
            || word.Value.Contains('/', StringComparison.Ordinal)
            || subject.Final.WorkingDirectory is not { Length: > 1 } directory
            || Placed(subject.Final, word.Value, directory) is not { } placed
            || subject.Environment.Any(variable =>
                variable.Name == "PATH" && variable.Value.Text?.Contains(directory, StringComparison.Ordinal) != false
            )
            || IsElsewhere(subject, word.Value)
        )
        {
            yield break;
        }

        var file = $"{directory.TrimEnd('/')}/{placed.Name}";
        yield return Fail(
                word.Span,
                $"{subject.Name} starts `{word.Value}`, which is not on PATH: {(placed.Name == word.Value ? "the file is" : "the nearest file is")} {file}."
            )
            .Related(placed.Copy.Span, "copied here")
            .Remedy($"Write `{file}` in {word.Span}.")
            .VerifyGone();
    }

    /// <summary>The copy that puts the program, or one whose name differs by a sign, into the working directory.</summary>
    private static PlacedProgram? Placed(ImageStage stage, string program, string directory) =>
        stage
            .Declared.Instructions.OfType<DockerInstruction.Copy>()
            .Where(copy => copy.Destination?.Literal is { } to && IsInto(stage, copy, to, directory))
            .SelectMany(copy =>
                copy.Sources.Select(source => source.Literal)
                    .OfType<string>()
                    .Select(source => new PlacedProgram(copy, RepositoryPath.NameOf(source.TrimEnd('/'))))
            )
            .FirstOrDefault(placed => Plain(placed.Name) == Plain(program));

    private static bool IsInto(ImageStage stage, DockerInstruction.Copy copy, string to, string directory) =>
        stage.DirectoryAt.GetValueOrDefault(copy) is { } at
        && (to is "." or "./" ? at : to.TrimEnd('/')) is var target
        && target == directory.TrimEnd('/');

    private static string Plain(string name) =>
        name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();

    // Something else may bring a program of that name: a package, a link, another copy.
    private static bool IsElsewhere(Image image, string program) =>
        image.Final.Commands.Any(command => command.Command.Words.Any(word => word.Raw.Contains(program, StringComparison.Ordinal)))
        || Directories.Any(path => image.Final.Files.Find(path + program).Presence is not (Presence.Absent or Presence.Unknown))
        || image
            .Final.Declared.Instructions.OfType<DockerInstruction.Copy>()
            .Any(copy => copy.Destination?.Literal is { } to && to.Contains("bin", StringComparison.Ordinal));

    private sealed record PlacedProgram(DockerInstruction.Copy Copy, string Name);
}
