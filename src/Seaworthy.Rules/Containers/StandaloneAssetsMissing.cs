using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>An image runs the standalone server of Next.js without the files that browsers load.</summary>
internal sealed class StandaloneAssetsMissing : Rule<Image>
{
    private const string Server = ".next/standalone";
    private const string Assets = ".next/static";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/standalone-assets-missing",
            Title = "Missing Next.js assets",
            Area = Area.Containers,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "The standalone server looks for scripts and styles in `.next/static` beside it: pages load without them and do nothing.",
            Holds = "The scripts and styles are beside the standalone server.",
        };

    public override IEnumerable<Image> Subjects(Deployment deployment) =>
        deployment.Images.Where(image => CopyOf(image, Server) is not null);

    protected override Subject Identify(Image subject) => new(subject.Name, subject.Final.Declared.Span);

    protected override IEnumerable<Verdict> Check(Image subject, Deployment deployment)
    {
        if (
            CopyOf(subject, Server) is not { } server
            || Place(subject, server) is not { } directory
            || Copies(subject).Any(copy => IsBeside(Place(subject, copy), directory))
            || MayBeElsewhere(subject, deployment)
        )
        {
            yield break;
        }

        var astray = CopyOf(subject, Assets);
        var wanted = $"{directory.TrimEnd('/')}/{Assets}";
        yield return (
            astray is null
                ? Fail(server.Span, $"{subject.Name} copies {Server}, but not {Assets}: scripts and styles get 404.")
                : Fail(
                    astray.Span,
                    $"{subject.Name} copies {Assets} to {Place(subject, astray) ?? astray.Destination?.Raw}, but the server in {directory} looks in {wanted}: scripts and styles get 404."
                )
        )
            .Related(astray is null ? null : server.Span)
            .Remedy(
                astray is null
                    ? $"Add `COPY --from={server.From?.Raw} {Sibling(server)} {wanted}` after {server.Span}; the directory `public` is copied in the same way."
                    : $"Write `{wanted}` as the destination in {astray.Span}."
            )
            .Verify(
                $"docker build -t check -f {subject.Dockerfile.File.Path} {subject.Build.Context ?? "."} && docker run --rm --entrypoint ls check {wanted}"
            );
    }

    private static IEnumerable<DockerInstruction.Copy> Copies(Image image) =>
        image.Down(image.Final).SelectMany(stage => stage.Declared.Instructions).OfType<DockerInstruction.Copy>();

    private static DockerInstruction.Copy? CopyOf(Image image, string what) =>
        image
            .Final.Declared.Instructions.OfType<DockerInstruction.Copy>()
            .FirstOrDefault(copy =>
                copy is { FromStage: not null, Sources: [var source] }
                && source.Raw.TrimEnd('/', '.').EndsWith(what, StringComparison.Ordinal)
            );

    private static string? Place(Image image, DockerInstruction.Copy copy) =>
        copy.Destination is { Raw: { } written } && !written.Contains('$', StringComparison.Ordinal)
            ? ImagePath.Join(
                image.Stages.Select(stage => stage.DirectoryAt.GetValueOrDefault(copy)).FirstOrDefault(at => at is not null),
                written
            )
            : null;

    // In a monorepo the server is further down: /app/apps/web/.next/static.
    private static bool IsBeside(string? place, string server) =>
        place is not null
        && ImagePath.Inside(server, place) is { } inside
        && (inside.EndsWith(Assets, StringComparison.Ordinal) || inside.EndsWith(".next", StringComparison.Ordinal));

    /// <summary>Another command may put them there, or a CDN serves them.</summary>
    private static bool MayBeElsewhere(Image image, Deployment deployment) =>
        image
            .Stages.SelectMany(stage => stage.Commands)
            .Any(command =>
                command.Command.Text.Contains("static", StringComparison.Ordinal)
                || command.Command.Text.Contains("standalone", StringComparison.Ordinal)
            )
        || deployment
            .Of<PackageJson>()
            .SelectMany(package => package.Scripts)
            .Any(script =>
                script.Text.Contains(Assets, StringComparison.Ordinal) || script.Text.Contains("standalone", StringComparison.Ordinal)
            )
        || deployment.Of<CodeFile>().SelectMany(file => file.Settings).Any(setting => setting.Name == "next.assetPrefix");

    private static string Sibling(DockerInstruction.Copy server) =>
        server.Sources[0].Raw.Replace(Server, Assets, StringComparison.Ordinal).TrimEnd('/');
}
