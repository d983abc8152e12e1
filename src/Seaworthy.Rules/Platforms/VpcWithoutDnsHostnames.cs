using Seaworthy.Model;
using Seaworthy.Model.Declared.Terraform;

namespace Seaworthy.Rules.Platforms;

/// <summary>A resource needs DNS host names of its VPC, which Terraform leaves switched off.</summary>
/// <remarks>
/// Source: Amazon VPC, "DNS attributes for your VPC"; AWS PrivateLink, "Private DNS names"; Amazon RDS, "Hiding a DB instance in a VPC from the internet" and
/// <c>InvalidVPCNetworkStateFault</c>; Amazon EKS, "Cluster API server endpoint"; Terraform AWS provider, <c>aws_vpc</c>, <c>enable_dns_hostnames</c> (default false).
/// </remarks>
internal sealed class VpcWithoutDnsHostnames : Rule<VpcWithoutDnsHostnames.NeededNames>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/vpc-without-dns-hostnames",
            Title = "VPC without DNS hostnames",
            Area = Area.Platforms,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "`aws_vpc` switches DNS host names off by default. AWS refuses what needs them, or its private name does not resolve.",
            Holds = "The VPC has DNS host names.",
        };

    public override IEnumerable<NeededNames> Subjects(Deployment deployment)
    {
        var files = deployment.Of<TerraformFile>().Where(file => !file.IsValues).ToList();
        var networks = files.SelectMany(file => file.Body.Of("resource")).Where(block => block.Label(0) == "aws_vpc").ToList();
        return networks.Count == 0
            ? []
            : from block in files.SelectMany(file => file.Body.Of("resource"))
            let need = NeedOf(block)
            where need is not null
            let network = NetworkOf(block, networks)
            where network is not null
            select need with
            {
                Network = network,
            };
    }

    protected override Subject Identify(NeededNames subject) => new(subject.Address, subject.Block.Span);

    protected override IEnumerable<Verdict> Check(NeededNames subject, Deployment deployment)
    {
        var setting = subject.Network?.Body["enable_dns_hostnames"];
        if (subject.Network is not { } network || setting is { Value: not HclExpression.Literal { Text: "false" } })
        {
            yield break;
        }

        var name = $"{network.Label(0)}.{network.Label(1)}";
        var message =
            $"{subject.Address} needs DNS host names, which {name} {(setting is null ? "leaves off" : "switches off")}: {subject.Consequence}.";
        yield return (subject.IsRefused ? Fail(subject.Place.Span, message) : Warn(subject.Place.Span, message))
            .Related((setting?.Span) ?? network.Span)
            .Remedy($"Write `enable_dns_hostnames = true` in {name} ({network.Span}).")
            .Verify($"git grep -nE {"enable_dns_hostnames *= *true"} -- {network.Span.File.Path}   # must find it");
    }

    private static NeededNames? NeedOf(HclBlock block) =>
        block.Label(0) switch
        {
            "aws_vpc_endpoint" when True(block.Body["private_dns_enabled"]) is { } place => new NeededNames(
                block,
                place,
                "AWS refuses the endpoint",
                true
            ),
            "aws_db_instance" or "aws_rds_cluster_instance" when True(block.Body["publicly_accessible"]) is { } place => new NeededNames(
                block,
                place,
                "AWS refuses a public database",
                true
            ),
            "aws_eks_cluster" => block
                .Body.Of("vpc_config")
                .Where(network => network.Body["endpoint_public_access"]?.Value is HclExpression.Literal { Text: "false" })
                .Select(network => True(network.Body["endpoint_private_access"]))
                .OfType<HclAttribute>()
                .Select(place => new NeededNames(block, place, "nodes cannot resolve the private endpoint", false))
                .FirstOrDefault(),
            _ => null,
        };

    private static HclAttribute? True(HclAttribute? attribute) =>
        attribute?.Value is HclExpression.Literal { Text: "true" } ? attribute : null;

    /// <summary>The network that the resource names; the only one of the repository where it names subnets alone.</summary>
    private static HclBlock? NetworkOf(HclBlock block, List<HclBlock> networks) =>
        block.Body["vpc_id"] is { } named
            ? named.Value.Path is ["aws_vpc", var name, ..]
                ? networks.Find(network => network.Label(1) == name && network.Span.File.Directory == block.Span.File.Directory)
                : networks is [var one] && named.Value.Path is ["var" or "module", ..]
                    ? one
                    : null
            : networks is [var only]
                ? only
                : networks.FindAll(network => network.Span.File.Directory == block.Span.File.Directory) is [var beside]
                    ? beside
                    : null;

    /// <summary>A resource that needs DNS host names of its VPC.</summary>
    /// <param name="Place">The attribute that makes it need them.</param>
    /// <param name="IsRefused">AWS refuses to make it without them.</param>
    internal sealed record NeededNames(HclBlock Block, HclAttribute Place, string Consequence, bool IsRefused)
    {
        public HclBlock? Network { get; init; }

        public string Address => $"{Block.Label(0)}.{Block.Label(1)}";
    }
}
