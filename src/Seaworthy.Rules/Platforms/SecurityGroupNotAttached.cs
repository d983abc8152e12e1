using Seaworthy.Model;
using Seaworthy.Model.Declared.Terraform;

namespace Seaworthy.Rules.Platforms;

/// <summary>A security group of Terraform that nothing is put in.</summary>
internal sealed class SecurityGroupNotAttached : Rule<SecurityGroupNotAttached.Group>
{
    private const string Kind = "aws_security_group";
    private const string Any = "\0";
    private const string Interfaces = "network_interfaces";

    // What stands in the default group of its network when it names none.
    private static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        ["aws_ecs_service"] = "security_groups",
        ["aws_instance"] = "vpc_security_group_ids",
        ["aws_launch_template"] = "vpc_security_group_ids",
        ["aws_lb"] = "security_groups",
        ["aws_alb"] = "security_groups",
        ["aws_db_instance"] = "vpc_security_group_ids",
        ["aws_rds_cluster"] = "vpc_security_group_ids",
        ["aws_elasticache_cluster"] = "security_group_ids",
        ["aws_elasticache_replication_group"] = "security_group_ids",
        ["aws_lambda_function"] = "security_group_ids",
    };

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/security-group-not-attached",
            Title = "Unattached security group",
            Area = Area.Platforms,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale =
                "The rules of a group apply to its members only. What names no group gets the default one, which admits its own members alone.",
            Holds = "Something is a member of the security group.",
        };

    public override IEnumerable<Group> Subjects(Deployment deployment) =>
        from directory in deployment.Of<TerraformFile>().Where(file => !file.IsValues).GroupBy(file => file.File.Directory)
        let blocks = directory.SelectMany(file => file.Body.Blocks).ToList()
        // What is looked up by its name or its tags has no reference.
        where !blocks.Exists(block => block.Type.Value == "data" && block.Label(0) is Kind or "aws_security_groups")
        let named = blocks
            .Where(block => !IsRule(block))
            .SelectMany(block => Attributes(block.Body))
            .SelectMany(Names)
            .ToHashSet(StringComparer.Ordinal)
        from block in blocks
        where block.Type.Value == "resource" && block.Label(0) == Kind
        select new Group(block, blocks, named);

    protected override Subject Identify(Group subject) => new($"{Kind}.{subject.Name}", subject.Block.Span);

    protected override IEnumerable<Verdict> Check(Group subject, Deployment deployment)
    {
        if (subject.IsNamed)
        {
            yield break;
        }

        var bare = subject.All.Where(block => block.Type.Value == "resource" && IsInNone(block)).ToList() is [var only] ? only : null;
        var address = bare is null ? "" : $"{bare.Label(0)}.{bare.Label(1)}";
        yield return Fail(
                subject.Block.Span,
                bare is null
                    ? $"Nothing is in {Kind}.{subject.Name}: its rules have no effect."
                    : $"Nothing is in {Kind}.{subject.Name}, and {address} names no security group: the default one applies."
            )
            .As(bare is null ? Severity.Medium : Severity.High)
            .Related(bare?.Span)
            .Remedy(
                bare is null
                    ? $"Name `{Kind}.{subject.Name}.id` where it belongs, or delete {subject.Block.Span}."
                    : $"Write `{MemberName(bare)} = [{Kind}.{subject.Name}.id]` in {Place(bare, address)}."
            )
            .Verify($"git grep -n {$"{Kind}.{subject.Name}.id"}   # must find where it is attached");
    }

    /// <summary>Beside network interfaces of its own, AWS refuses the groups of a launch template: they belong to the interface.</summary>
    private static string Place(HclBlock bare, string address) =>
        bare.Body.Of(Interfaces).FirstOrDefault() is { } own ? $"`{Interfaces}` of {address} ({own.Span})" : $"{address} ({bare.Span})";

    private static string MemberName(HclBlock bare) => bare.Body.Of(Interfaces).Any() ? "security_groups" : Members[bare.Label(0)];

    /// <summary>It says what a group admits, and makes nothing a member.</summary>
    private static bool IsRule(HclBlock block) =>
        block.Label(0)
            is Kind
                or "aws_security_group_rule"
                or "aws_vpc_security_group_ingress_rule"
                or "aws_vpc_security_group_egress_rule";

    private static bool IsInNone(HclBlock block) =>
        Members.TryGetValue(block.Label(0), out var name)
        && (block.Label(0) != "aws_ecs_service" || block.Body.Of("network_configuration").Any())
        && (block.Label(0) != "aws_lambda_function" || block.Body.Of("vpc_config").Any())
        && !Attributes(block.Body).Any(attribute => attribute.Name.Value == name || attribute.Name.Value == MemberName(block))
        // A network interface of its own, which is made elsewhere, has its groups there.
        && !block.Body.Of("network_interface").Any()
        && !block.Body.Of(Interfaces).Any(own => own.Body["network_interface_id"] is not null);

    private static IEnumerable<HclAttribute> Attributes(HclBody body) =>
        body.Attributes.Concat(body.Blocks.SelectMany(block => Attributes(block.Body)));

    /// <summary>What a statement may name a group by: a reference, or the name that it has at AWS. What was not understood may name any.</summary>
    private static IEnumerable<string> Names(HclAttribute attribute) =>
        attribute
            .Value.All.Select(part =>
                part is HclExpression.Unread ? Any
                : part.Path is [Kind, var name, ..] ? $"{Kind}.{name}"
                : part is HclExpression.Literal literal ? literal.Text
                : null
            )
            .OfType<string>();

    /// <summary>A security group, with every block of its directory.</summary>
    /// <param name="Named">What is named outside the rules of groups.</param>
    internal sealed record Group(HclBlock Block, IReadOnlyList<HclBlock> All, IReadOnlySet<string> Named)
    {
        public string Name => Block.Label(1);

        public bool IsNamed =>
            Named.Contains(Any)
            || Named.Contains($"{Kind}.{Name}")
            || (Block.Body["name"]?.Value is HclExpression.Literal own && Named.Contains(own.Text));
    }
}
