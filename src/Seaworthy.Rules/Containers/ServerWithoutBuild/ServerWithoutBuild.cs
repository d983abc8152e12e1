using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A container starts the server of a framework, and no step of its image makes the build that it serves.</summary>
internal sealed class ServerWithoutBuild : Rule<BuiltServer>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/server-without-build",
            Title = "Missing application build",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The server finds no build and exits, so the container restarts again and again.",
            Holds = "The image has the build that its server needs.",
        };

    public override IEnumerable<BuiltServer> Subjects(Deployment deployment) =>
        BuiltServer.In(deployment).DistinctBy(server => new { server.Startup.Span, server.Image.Dockerfile.File.Path });

    protected override Subject Identify(BuiltServer subject) => new(subject.Startup.Subject, subject.Startup.Span);

    protected override IEnumerable<Verdict> Check(BuiltServer subject, Deployment deployment)
    {
        var (image, answer) = (subject.Image, subject.Answer);
        var file = image.Dockerfile.File.Path;
        var astray = subject.Astray;
        var message = astray is null
            ? $"{subject.Startup.Subject} starts `{subject.Program.Text}`, but no step of {file} builds `{subject.Output}`."
            : $"{subject.Startup.Subject} starts `{subject.Program.Text}`, which looks for {subject.Place}, but {file} copies the build to `{astray.Destination?.Raw}`.";
        // A machine that built before has the directory in its build context.
        var mayBeCopied = answer.Presence == Presence.IgnoredByGit || image.Build.ContextMayHoldMoreBecause is not null;
        if (answer.Presence is not (Presence.Absent or Presence.IgnoredByGit or Presence.IgnoredByDocker))
        {
            yield break;
        }

        yield return (
            mayBeCopied
                ? Unknown(
                    subject.Startup.Span,
                    $"{message} Unknown whether the build context holds an earlier build, which .dockerignore does not leave out."
                )
                : LikelyFail(subject.Startup.Span, message)
        )
            .Related(subject.Program.Span.File == subject.Startup.Span.File ? null : subject.Program.Span, "the server")
            .Related(astray?.Span ?? LastCopy(image)?.Span, astray is null ? "the source is copied here" : "the build is copied here")
            .Remedy(
                astray is null
                    ? $"Add `RUN npm run build` after {LastCopy(image)?.Span.ToString() ?? "the COPY of the source in " + file}."
                    : $"Write `{subject.Place}` as the destination in {astray.Span}."
            )
            .Verify($"docker run --rm --entrypoint ls {BuiltImage.Built(image)} {subject.Place}");
    }

    private static DockerInstruction.Copy? LastCopy(Image image) =>
        image
            .Final.Declared.Instructions.OfType<DockerInstruction.Copy>()
            .LastOrDefault(copy => copy.FromStage is null && copy.From is null);
}
