using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Platforms;

/// <summary>Literal ids in resources of Terraform and in annotations of load balancers, held against what the repository's Terraform makes.</summary>
/// <remarks>Source: Terraform Registry, aws_vpc, aws_subnet, aws_security_group, "Attribute Reference"; AWS Load Balancer Controller, "Annotations".</remarks>
internal static class NetworkIdsFinder
{
    private static readonly string[] Kinds = ["vpc", "subnet", "sg"];
    private static readonly string[] Balancers = ["alb.ingress.kubernetes.io/", "service.beta.kubernetes.io/aws-load-balancer-"];

    public static IReadOnlyList<NetworkIds> Link(Deployment deployment)
    {
        var modules = deployment
            .Of<TerraformFile>()
            .Where(file => !file.IsValues)
            .OrderBy(file => file.File.Path, StringComparer.Ordinal)
            .GroupBy(file => file.File.Directory)
            .ToList();
        List<NetworkIds> found = [];
        foreach (var kind in Kinds)
        {
            Fact<string>? first = null;
            foreach (var module in modules)
            {
                var made = module
                    .SelectMany(file => file.Body.Blocks)
                    .Select(block => Maker(kind, block))
                    .FirstOrDefault(made => made is not null);
                first ??= made;
                if (made is not null)
                {
                    found.AddRange(
                        Of(module.Select(file => new NetworkIds(kind, made, [.. InTerraform(kind, file)])), new NetworkIds(kind, made, []))
                    );
                }
            }

            if (first is not null)
            {
                found.AddRange(
                    deployment
                        .Of<KubernetesManifest>()
                        .Select(manifest => new NetworkIds(kind, first, [.. InAnnotations(kind, manifest)]) { IsOfBalancer = true })
                        .Where(ids => ids.Ids.Count > 0)
                );
            }
        }

        return found;
    }

    /// <summary>Those with ids, or one without.</summary>
    private static IEnumerable<NetworkIds> Of(IEnumerable<NetworkIds> files, NetworkIds without) =>
        files.Where(file => file.Ids.Count > 0).ToList() is { Count: > 0 } found ? found : [without];

    /// <summary>A block that makes the parts of a kind: <c>resource "aws_vpc" "main"</c>, <c>module "vpc"</c>.</summary>
    private static Fact<string>? Maker(string kind, HclBlock block)
    {
        var type = kind == "sg" ? "aws_security_group" : $"aws_{kind}";
        return block.Type.Value == "resource" && block.Label(0) == type ? new Fact<string>($"{type}.{block.Label(1)}", block.Span)
            : block.Type.Value == "module"
            && block.Body["source"]?.Value is HclExpression.Literal { IsText: true } source
            && AwsNetworkId.IsMadeBy(kind, source.Text)
                ? new Fact<string>($"module.{block.Label(0)}", block.Span)
            : null;
    }

    /// <summary>What a data source or an import names was there before.</summary>
    private static IEnumerable<Fact<string>> InTerraform(string kind, TerraformFile file) =>
        from block in file.Body.Blocks
        where block.Type.Value is "resource" or "module"
        from value in Values(block)
        where AwsNetworkId.KindOf(value.Value) == kind
        select value;

    private static IEnumerable<Fact<string>> Values(HclBlock top)
    {
        Stack<HclBody> open = new([top.Body]);
        while (open.TryPop(out var body))
        {
            foreach (
                var attribute in body.Attributes.Where(attribute => !attribute.Name.Value.StartsWith("peer", StringComparison.Ordinal))
            )
            {
                foreach (var literal in attribute.Value.All.OfType<HclExpression.Literal>().Where(literal => literal.IsText))
                {
                    yield return new Fact<string>(literal.Text, literal.Span);
                }
            }

            foreach (var block in body.Blocks)
            {
                open.Push(block.Body);
            }
        }
    }

    private static IEnumerable<Fact<string>> InAnnotations(string kind, KubernetesManifest manifest) =>
        from part in manifest.Objects
        from pair in part.Annotations
        where Array.Exists(Balancers, prefix => pair.Key.StartsWith(prefix, StringComparison.Ordinal))
        let id = (pair.Value?.Value ?? "").Split(',', StringSplitOptions.TrimEntries).FirstOrDefault(id => AwsNetworkId.KindOf(id) == kind)
        where id is not null
        select new Fact<string>(id, pair.Span);
}
