using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Secrets;

/// <summary>The secret files that a repository has or a Dockerfile expects, and which of them an image contains.</summary>
internal sealed class SecretFilesOfTree
{
    private const int MostNames = 4;

    private readonly Deployment deployment;
    private readonly List<KnownFile> known;

    public SecretFilesOfTree(Deployment deployment)
    {
        this.deployment = deployment;
        known = [.. OfEnvFiles(deployment), .. OfOthers(deployment, new LocalKeys(deployment))];
    }

    public IReadOnlyList<HeldSecret> In(Image image) =>
        [
            .. from file in known
            from path in image.Final.Files.PathsOf(file.Path).Take(1)
            where (file.IsReal || IsNamed(image, path.Span, file.Path)) && !IsRemoved(image, path.Span, file.Path)
            select new HeldSecret(file.Path, file.What, file.Secret, path) { IsReal = file.IsReal, IsLocal = file.IsLocal },
            .. Expected(image),
        ];

    private static IEnumerable<KnownFile> OfEnvFiles(Deployment deployment)
    {
        foreach (var file in deployment.Of<EnvFile>().Where(file => !file.IsTemplate && !EnvSecrets.IsSample(file.File.Path)))
        {
            var secrets = EnvSecrets.Of(file);
            var weight = EnvSecrets.Weigh(file, secrets, deployment);
            if (weight is TrackedWeight.Real or TrackedWeight.Guessable or TrackedWeight.Development)
            {
                var names = secrets.Select(entry => entry.Name.Value).Distinct(StringComparer.Ordinal).Take(MostNames);
                yield return new KnownFile(
                    file.File.Path,
                    $"values for {string.Join(", ", names)}",
                    secrets[0].Span,
                    weight == TrackedWeight.Real && deployment.Tree.Find(file.File.Path) is { Status: not FileStatus.Ignored }
                );
            }
        }
    }

    private static IEnumerable<KnownFile> OfOthers(Deployment deployment, LocalKeys localKeys) =>
        from file in deployment.Of<SecretFile>()
        where file is { IsSample: false, IsCode: false } && deployment.At<EnvFile>(file.File.Path) is null
        let secret = file.Secrets.FirstOrDefault(secret =>
            secret is { Certainty: SecretCertainty.Format, IsPlaceholder: false, IsHarmless: false }
        )
        where secret is not null
        let isLocal = secret.Masked == CommittedSecret.PrivateKey && localKeys.Why(new PlacedSecret(file, secret)) is not null
        select new KnownFile(
            file.File.Path,
            $"{Article.Before(secret.Kind)} ({secret.Masked})",
            secret.Span,
            !isLocal && !CommittedSecret.IsForDevelopment(file.File.Path)
        )
        {
            IsLocal = isLocal,
        };

    /// <summary>COPY names the file itself: it is intended.</summary>
    private static bool IsNamed(Image image, SourceSpan by, string path) =>
        Copies(image).Any(copy => copy.Span == by && copy.Sources.Any(source => NameOf(source.Literal) == NameOf(path)));

    /// <summary>A stage removes the file before the next one copies from it. In the stage itself its layer keeps it.</summary>
    private static bool IsRemoved(Image image, SourceSpan by, string path) =>
        !image.Final.Declared.Down.Any(stage => stage.Instructions.Any(instruction => instruction.Span == by))
        && image
            .Stages.SelectMany(stage => stage.Declared.Instructions)
            .OfType<DockerInstruction.Run>()
            .Any(run => run.MayRemove(NameOf(path)));

    /// <summary>COPY of a file that is only on the build machine.</summary>
    private IEnumerable<HeldSecret> Expected(Image image) =>
        from stage in image.Final.Declared.Down
        from copy in stage.Instructions.OfType<DockerInstruction.Copy>()
        where copy is { From: null, Destination: not null }
        from source in copy.Sources
        where !image.Build.IsAssumed && source.Literal is { } path && IsSecretByName(NameOf(path)) && IsAbsent(image, path)
        select new HeldSecret(
            source.Literal ?? "",
            "secrets, by its name",
            null,
            new Fact<string>(copy.Destination?.Literal ?? "", copy.Span)
        );

    private bool IsAbsent(Image image, string source)
    {
        var inside = source.TrimStart('.').TrimStart('/') is var rest && source.StartsWith("./", StringComparison.Ordinal) ? rest : source;
        var path = image.Build.Context is { Length: > 0 } context ? $"{context}/{inside.TrimStart('/')}" : inside.TrimStart('/');
        return !deployment.Tree.HasFile(path)
            && (image.Build.Ignore is null || DockerIgnoreMatcher.Of(image.Build.Ignore).IgnoredBy(inside) is null);
    }

    private static bool IsSecretByName(string name) =>
        name is ".env" or ".env.local" or ".env.prod" or ".env.production" or ".env.production.local" or "id_rsa" or "id_ed25519"
        || name.EndsWith(".key", StringComparison.OrdinalIgnoreCase)
        || (
            name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            && (
                name.StartsWith("service-account", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("serviceAccount", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("gcp-key", StringComparison.OrdinalIgnoreCase)
            )
        );

    private static IEnumerable<DockerInstruction.Copy> Copies(Image image) =>
        image.Stages.SelectMany(stage => stage.Declared.Instructions).OfType<DockerInstruction.Copy>();

    private static string NameOf(string? path) => path is null ? "" : path[(path.LastIndexOf('/') + 1)..];

    private sealed record KnownFile(string Path, string What, SourceSpan Secret, bool IsReal)
    {
        public bool IsLocal { get; init; }
    }
}
