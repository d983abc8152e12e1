using Seaworthy.Model;
using Seaworthy.Model.Declared.Terraform;

namespace Seaworthy.Rules.Platforms;

/// <summary>A database has security groups of a VPC of the configuration, and no subnet group: AWS puts it into the default VPC.</summary>
/// <remarks>
/// Sources: Terraform AWS provider, <c>aws_db_instance</c>, <c>aws_rds_cluster</c>, <c>aws_elasticache_cluster</c>; Amazon RDS API, CreateDBInstance, DBSubnetGroupName;
/// terraform-aws-modules/vpc, outputs.tf and main.tf (the subnet groups are made only for <c>database_subnets</c> and <c>elasticache_subnets</c>).
/// </remarks>
internal sealed class DatabaseOutsideVpc : Rule<DatabaseOutsideVpc.Placed>
{
    private const string RdsModule = "terraform-aws-modules/rds/aws";
    private const string VpcModule = "terraform-aws-modules/vpc/aws";

    /// <summary>The attributes with the security groups and with the subnet group.</summary>
    private static readonly Dictionary<string, Form> Forms = new(StringComparer.Ordinal)
    {
        ["aws_db_instance"] = new("vpc_security_group_ids", "db_subnet_group_name"),
        ["aws_rds_cluster"] = new("vpc_security_group_ids", "db_subnet_group_name"),
        ["aws_docdb_cluster"] = new("vpc_security_group_ids", "db_subnet_group_name"),
        ["aws_elasticache_cluster"] = new("security_group_ids", "subnet_group_name"),
        ["aws_elasticache_replication_group"] = new("security_group_ids", "subnet_group_name"),
        [RdsModule] = new("vpc_security_group_ids", "db_subnet_group_name"),
    };

    /// <summary>What follows another database, and is placed beside it.</summary>
    private static readonly string[] Following =
    [
        "replicate_source_db",
        "replication_source_identifier",
        "global_cluster_identifier",
        "global_replication_group_id",
        "replication_group_id",
        "create_db_subnet_group",
    ];

    /// <summary>Outputs of the module for networks that are null without the subnets.</summary>
    private static readonly Dictionary<string, string> SubnetsOfOutput = new(StringComparer.Ordinal)
    {
        ["database_subnet_group"] = "database_subnets",
        ["database_subnet_group_name"] = "database_subnets",
        ["elasticache_subnet_group"] = "elasticache_subnets",
        ["elasticache_subnet_group_name"] = "elasticache_subnets",
    };

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/database-outside-vpc",
            Title = "Database outside its VPC",
            Area = Area.Platforms,
            Severity = Severity.Critical,
            Rationale =
                "Without a subnet group AWS takes the default VPC and refuses the security groups: they are \"in different VPCs\", and `terraform apply` stops.",
            Holds = "The database is in the VPC of its security groups.",
        };

    public override IEnumerable<Placed> Subjects(Deployment deployment) =>
        from directory in deployment.Of<TerraformFile>().Where(file => !file.IsValues).GroupBy(file => file.File.Directory)
        let blocks = directory.SelectMany(file => file.Body.Blocks).ToList()
        from block in blocks
        let form = FormOf(block)
        where
            form is not null
            && !Array.Exists(
                Following,
                name =>
                    block.Body[name]
                        is { Value: not HclExpression.Literal { Text: "false" } and not HclExpression.Literal { IsNull: true } }
            )
        let network = NetworkOf(block.Body[form.Groups], blocks)
        where network is not null
        select new Placed(block, form, network, blocks);

    protected override Subject Identify(Placed subject) => new(subject.Address, subject.Block.Span);

    protected override IEnumerable<Verdict> Check(Placed subject, Deployment deployment)
    {
        var set = subject.Block.Body[subject.Form.Subnets];
        var network = subject.Network;
        if (set is null or { Value: HclExpression.Literal { IsNull: true } })
        {
            yield return Fail(
                    set?.Span ?? subject.Block.Span,
                    $"{subject.Address} has security groups of `{string.Join('.', network.Value.Path)}`, but no `{subject.Form.Subnets}`: AWS puts it into the default VPC."
                )
                .Related(subject.Block.Body[subject.Form.Groups]?.Span)
                .Related(network.Span, "the VPC of the security group")
                .Remedy($"Write `{subject.Form.Subnets}` with a subnet group of that VPC in {subject.Address} ({subject.Block.Span}).")
                .Verify(
                    $"git grep -nE {$"{subject.Form.Subnets} *= *[^n ]"} -- {subject.Block.Span.File.Path}   # must find it in {subject.Address}"
                );
        }
        else if (
            set.Value.Path is ["module", var name, var output, ..]
            && SubnetsOfOutput.TryGetValue(output, out var subnets)
            && Module(name, VpcModule, subject.All) is { } module
            && module.Body[subnets] is null or { Value: HclExpression.Tuple { Items.Count: 0 } }
        )
        {
            yield return LikelyFail(
                    set.Span,
                    $"`{string.Join('.', set.Value.Path)}` is null, because module.{name} sets no `{subnets}`: AWS puts {subject.Address} into the default VPC."
                )
                .Related(module.Body[subnets]?.Span ?? module.Span, "no such subnets here")
                .Related(network.Span, "the VPC of the security group")
                .Remedy($"Write `{subnets}` in module.{name} ({module.Span}), or name another subnet group of the VPC in {set.Span}.")
                .VerifyGoneOr($"git grep -nE {$"{subnets} *="} -- {module.Span.File.Path}");
        }
    }

    private static Form? FormOf(HclBlock block) =>
        block.Type.Value switch
        {
            "resource" => Forms.GetValueOrDefault(block.Label(0)),
            // Older releases of the module make a subnet group by default.
            "module" when IsOf(block, RdsModule) && !IsOld(block.Body["version"]?.Value) => Forms[RdsModule],
            _ => null,
        };

    private static bool IsOld(HclExpression? version) =>
        version is HclExpression.Literal { Text: var text }
            ? text.FirstOrDefault(char.IsAsciiDigit) is '1' or '2' or '3'
            : version is not null;

    private static bool IsOf(HclBlock module, string source) =>
        module.Body["source"]?.Value is HclExpression.Literal { Text: var text } && text.EndsWith(source, StringComparison.Ordinal);

    private static HclBlock? Module(string name, string source, IReadOnlyList<HclBlock> blocks) =>
        blocks.FirstOrDefault(block => block.Type.Value == "module" && block.Label(0) == name && IsOf(block, source));

    /// <summary>Where a security group of the list says that it is in a VPC which the configuration makes.</summary>
    private static HclAttribute? NetworkOf(HclAttribute? groups, IReadOnlyList<HclBlock> blocks) =>
        (groups?.Value.All ?? [])
            .Select(part => part.Path)
            .Select(path =>
                path switch
                {
                    ["aws_security_group", var name, ..] => blocks.FirstOrDefault(block =>
                        block.Type.Value == "resource" && block.Label(0) == "aws_security_group" && block.Label(1) == name
                    ),
                    ["module", var name, "security_group_id", ..] => Module(name, "terraform-aws-modules/security-group/aws", blocks),
                    _ => null,
                }
            )
            .Select(group => group?.Body["vpc_id"])
            .FirstOrDefault(network => network?.Value.Path is ["aws_vpc", _, ..] or ["module", _, "vpc_id", ..]);

    /// <param name="Groups">The attribute with the security groups.</param>
    /// <param name="Subnets">The attribute with the subnet group.</param>
    internal sealed record Form(string Groups, string Subnets);

    /// <summary>A database whose security groups are in a VPC of the configuration.</summary>
    /// <param name="Network">Where one of them says so.</param>
    /// <param name="All">Every block of the directory.</param>
    internal sealed record Placed(HclBlock Block, Form Form, HclAttribute Network, IReadOnlyList<HclBlock> All)
    {
        public string Address => Block.Type.Value == "module" ? $"module.{Block.Label(0)}" : $"{Block.Label(0)}.{Block.Label(1)}";
    }
}
