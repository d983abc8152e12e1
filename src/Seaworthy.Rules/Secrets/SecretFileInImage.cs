using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;

namespace Seaworthy.Rules.Secrets;

/// <summary>An image contains a file with secrets that its Dockerfile copies from the build context.</summary>
internal sealed class SecretFileInImage : Rule<ImageSecrets>
{
    private const int MostPlaces = 8;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "secrets/secret-file-in-image",
            Title = "Secret file in image",
            Area = Area.Secrets,
            Severity = Severity.High,
            Rationale = "Everyone who can pull the image can read the file.",
            Holds = "The image contains no file with secrets.",
        };

    public override IEnumerable<ImageSecrets> Subjects(Deployment deployment)
    {
        SecretFilesOfTree files = new(deployment);
        return deployment
            .Images.Where(image => !image.IsForDevelopment && image.Build.Context is not null)
            .DistinctBy(image => new
            {
                image.Dockerfile,
                image.Final.Declared,
                image.Build.Context,
            })
            .Select(image => new { Image = image, Held = files.In(image) })
            .GroupBy(pair =>
                pair.Held.Count == 0
                    ? pair.Image.Name
                    : pair.Image.Build.Context + "\n" + string.Join('\n', pair.Held.Select(held => held.Path))
            )
            .Select(same => new ImageSecrets([.. same.Select(pair => pair.Image)], [.. same.SelectMany(pair => pair.Held)]));
    }

    protected override Subject Identify(ImageSecrets subject) =>
        new(subject.Images[0].Name, subject.Held.Count > 0 ? subject.Held[0].CopiedBy.Span : subject.Images[0].Final.Declared.Span);

    protected override IEnumerable<Verdict> Check(ImageSecrets subject, Deployment deployment)
    {
        if (subject.Held.OrderByDescending(held => held.IsReal ? 1 : 0).FirstOrDefault() is not { } worst)
        {
            yield break;
        }

        var image = subject.Images[0];
        var paths = subject.Held.Select(held => held.Path).Distinct(StringComparer.Ordinal).ToList();
        var others = paths.Count > 1 ? $", and {paths.Count - 1} more such {(paths.Count == 2 ? "file" : "files")}" : "";
        var where = worst.Secret is null ? worst.CopiedBy.Value : worst.CopiedBy.Value + " in the image";
        var message = worst.Secret is null
            ? $"{image.Name} copies {worst.Path} from the build machine into the image: {worst.What}{others}."
            : $"{image.Name} copies {worst.Path} to {where}: it contains {worst.What}{others}.";
        // A committed secret is public already, and another rule reports it.
        var isCertain = worst is { IsReal: true, Secret: null } && !image.Build.IsAssumed;
        var verdict = isCertain
            ? Fail(worst.CopiedBy.Span, message)
            : Warn(worst.CopiedBy.Span, message).As(subject.Held.All(held => held.IsLocal) ? Severity.Low : Severity.Medium);
        var ignore =
            image.Build.Ignore?.File.Path ?? (image.Build.Context is { Length: > 0 } context ? context + "/" : "") + ".dockerignore";
        var name = worst.Path[(worst.Path.LastIndexOf('/') + 1)..];
        yield return verdict
            .Related(worst.Secret)
            .Related(subject.Held.Select(held => held.CopiedBy.Span).Distinct().Take(MostPlaces))
            .Related(subject.Held.Select(held => held.Secret).OfType<Model.Source.SourceSpan>().Distinct().Take(MostPlaces))
            .Remedy(
                $"{TakenOut(subject, name)} a line `**/{name}` in {ignore}, and set the values when the container starts (`env_file`, a mounted secret). Change secrets of images that others could pull."
            )
            .Verify($"docker run --rm --entrypoint ls {BuiltImage.Built(image)} -A {worst.CopiedBy.Value}   # must not show {name}");
    }

    /// <summary>An instruction that names the file fails once the file is ignored.</summary>
    private static string TakenOut(ImageSecrets subject, string name)
    {
        var copies = subject
            .Images.SelectMany(image => image.Stages)
            .SelectMany(stage => stage.Declared.Instructions)
            .OfType<DockerInstruction.Copy>()
            .Where(copy => copy.Sources.Any(source => Names(source.Literal, name)))
            .DistinctBy(copy => copy.Span)
            .ToList();
        var alone = copies.Where(copy => copy.Sources.Count == 1).Select(copy => $"delete {copy.Span}");
        var among = copies.Where(copy => copy.Sources.Count > 1).Select(copy => $"remove {name} from {copy.Span}");
        return string.Join(", ", alone.Concat(among)) is [var first, .. var rest]
            ? $"{char.ToUpperInvariant(first)}{rest}, which would fail without the file, and ignore it with"
            : "Ignore it with";
    }

    private static bool Names(string? source, string name) =>
        source == name || source?.EndsWith($"/{name}", StringComparison.Ordinal) is true;
}
