using Seaworthy.Model;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Platforms;

/// <summary>The name of an image has the host of the registry, and the tool puts the same host before it once more.</summary>
/// <remarks>
/// Sources: Terraform azurerm provider, <c>azurerm_linux_web_app</c>, <c>docker_image_name</c> ("including tag, e.g. appsvc/staticsite:latest") and
/// <c>docker_registry_url</c>; the provider writes <c>DOCKER|host/name</c> into <c>LinuxFxVersion</c> (<c>EncodeDockerFxString</c>).
/// Kamal, lib/kamal/configuration.rb: <c>repository</c> is <c>[registry.server, image].compact.join("/")</c>.
/// </remarks>
internal sealed class RegistryHostTwice : Rule<RegistryHostTwice.RegistryImage>
{
    // In application_stack itself for web apps, in its block "docker" for function apps.
    private static readonly Pair[] Pairs = [new("docker_image_name", "docker_registry_url"), new("image_name", "registry_url")];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/registry-host-twice",
            Title = "Registry host twice in image",
            Area = Area.Platforms,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "The tool puts the registry before the name, so the image is `host/host/name`, which does not exist or is not the one that is pulled.",
            Holds = "The name of the image has no host.",
        };

    public override IEnumerable<RegistryImage> Subjects(Deployment deployment) =>
        OfAzure(deployment).Concat(OfKamal(deployment)).Concat(OfNames(deployment));

    private static IEnumerable<RegistryImage> OfAzure(Deployment deployment) =>
        from file in deployment.Of<TerraformFile>()
        from block in file.Body.Of("resource")
        where block.Label(0).StartsWith("azurerm_", StringComparison.Ordinal) && block.Label(0).Contains("_app", StringComparison.Ordinal)
        from site in block.Body.Of("site_config")
        from stack in site.Body.Of("application_stack")
        from body in stack.Body.Of("docker").Select(docker => docker.Body).Prepend(stack.Body)
        from pair in Pairs
        let image = body[pair.Image]
        let registry = body[pair.Registry]
        where image is not null && registry is not null
        select new RegistryImage(
            $"{block.Label(0)}.{block.Label(1)}",
            new Fact<string>(Text(image.Value), image.Span),
            new Fact<string>(Text(registry.Value), registry.Span)
        )
        {
            ImageKey = image.Name.Value,
            RegistryKey = registry.Name.Value,
        };

    private static IEnumerable<RegistryImage> OfKamal(Deployment deployment) =>
        from config in deployment.Of<KamalConfig>()
        let image = config.Image
        let server = config.RegistryServer
        where image is not null && server is not null
        select new RegistryImage(config.File.Path, image, server) { ImageKey = "image", RegistryKey = "registry.server" };

    /// <summary>Names that variables were put into: <c>${{ env.REGISTRY }}/${{ env.IMAGE }}</c>.</summary>
    private static IEnumerable<RegistryImage> OfNames(Deployment deployment) =>
        deployment
            .All<ImageNaming>()
            .Select(naming => new { Naming = naming, Slash = naming.Text.IndexOf('/', StringComparison.Ordinal) })
            .Where(found => found.Slash > 0 && found.Naming.Text.AsSpan(0, found.Slash).Contains('.'))
            .Select(found => new RegistryImage(
                found.Naming.Subject,
                new Fact<string>(found.Naming.Text[(found.Slash + 1)..], found.Naming.Span),
                new Fact<string>(
                    found.Naming.Text[..found.Slash],
                    found.Naming.Chain.Count > 0 ? found.Naming.Chain[^1] : found.Naming.Span
                )
            )
            {
                ImageKey = "the name",
                RegistryKey = "the registry",
                Whole = found.Naming.Text,
            })
            .DistinctBy(image => image.Image.Span);

    protected override Subject Identify(RegistryImage subject) => new(subject.Name, subject.Image.Span);

    protected override IEnumerable<Verdict> Check(RegistryImage subject, Deployment deployment)
    {
        var registry = subject.Registry.Value;
        var host = registry[(registry.IndexOf("://", StringComparison.Ordinal) is >= 0 and var at ? at + 3 : 0)..].TrimEnd('/');
        if (
            host.Length == 0
            || host.Contains('?', StringComparison.Ordinal)
            || !subject.Image.Value.StartsWith(host + "/", StringComparison.Ordinal)
        )
        {
            yield break;
        }

        if (subject.Whole is { } whole)
        {
            yield return Fail(
                    subject.Image.Span,
                    $"{subject.Name} names the image `{whole.Replace(Resolved.Hole, '?')}`, which has the registry's host twice."
                )
                .Related(subject.Registry.Span)
                .Remedy($"Remove one `{host}/` from {subject.Image.Span}, or from {subject.Registry.Span}.")
                .VerifyOneGone();
            yield break;
        }

        yield return Fail(
                subject.Image.Span,
                $"{subject.Name} has the registry's host in {subject.ImageKey} and in {subject.RegistryKey}: the name has it twice."
            )
            .Related(subject.Registry.Span)
            .Remedy($"Remove the host from `{subject.ImageKey}` in {subject.Image.Span}: `\"{subject.Image.Value[(host.Length + 1)..]}\"`.")
            .VerifyGone();
    }

    /// <summary>As written, references in braces; a question mark stands for what is computed otherwise.</summary>
    private static string Text(HclExpression value) =>
        value switch
        {
            HclExpression.Literal literal => literal.Text,
            HclExpression.Template template => string.Concat(template.Pieces.Select(Text)),
            _ => value.Path is { Count: > 0 } path ? $"${{{string.Join('.', path)}}}" : "?",
        };

    /// <summary>An image with the registry that it comes from.</summary>
    internal sealed record RegistryImage(string Name, Fact<string> Image, Fact<string> Registry)
    {
        public required string ImageKey { get; init; }

        public required string RegistryKey { get; init; }

        /// <summary>The whole name, where one text has both.</summary>
        public string? Whole { get; init; }
    }

    private sealed record Pair(string Image, string Registry);
}
