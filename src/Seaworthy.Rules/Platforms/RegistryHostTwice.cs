using Seaworthy.Model;
using Seaworthy.Model.Declared.Terraform;

namespace Seaworthy.Rules.Platforms;

/// <summary>Terraform gives App Service the host of the registry in the name of the image, and once more as the registry.</summary>
/// <remarks>
/// Source: Terraform azurerm provider, <c>azurerm_linux_web_app</c>, <c>docker_image_name</c> ("including tag, e.g. appsvc/staticsite:latest") and
/// <c>docker_registry_url</c>; the provider writes <c>DOCKER|host/name</c> into <c>LinuxFxVersion</c> (<c>EncodeDockerFxString</c>).
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
                "The provider puts the registry before the name, so App Service pulls `host/host/name`, an image that does not exist.",
            Holds = "The name of the image has no host.",
        };

    public override IEnumerable<RegistryImage> Subjects(Deployment deployment) =>
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
        select new RegistryImage(block, image, registry);

    protected override Subject Identify(RegistryImage subject) =>
        new($"{subject.Block.Label(0)}.{subject.Block.Label(1)}", subject.Image.Span);

    protected override IEnumerable<Verdict> Check(RegistryImage subject, Deployment deployment)
    {
        var registry = Text(subject.Registry.Value);
        var host = registry[(registry.IndexOf("://", StringComparison.Ordinal) is >= 0 and var at ? at + 3 : 0)..].TrimEnd('/');
        if (
            host.Length == 0
            || host.Contains('?', StringComparison.Ordinal)
            || !Text(subject.Image.Value).StartsWith(host + "/", StringComparison.Ordinal)
        )
        {
            yield break;
        }

        yield return Fail(
                subject.Image.Span,
                $"{subject.Block.Label(0)}.{subject.Block.Label(1)} has the registry's host in {subject.Image.Name.Value} and in {subject.Registry.Name.Value}: the name has it twice."
            )
            .Related(subject.Registry.Span)
            .Remedy(
                $"Remove the host from `{subject.Image.Name.Value}` in {subject.Image.Span}: `\"{Text(subject.Image.Value)[(host.Length + 1)..]}\"`."
            )
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
    internal sealed record RegistryImage(HclBlock Block, HclAttribute Image, HclAttribute Registry);

    private sealed record Pair(string Image, string Registry);
}
