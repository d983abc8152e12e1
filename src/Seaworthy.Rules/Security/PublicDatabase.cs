using System.Globalization;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Security;

/// <summary>Terraform gives a database a public address, and opens its port to every address; in Azure, a firewall rule of the server does, also in Bicep.</summary>
internal sealed class PublicDatabase : Rule<PublicDatabase.Opening>
{
    private const string Anywhere = "0.0.0.0/0";
    private const string Group = "aws_security_group";

    private static readonly int[] Ports = [5432, 3306, 1433, 1521];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "security/public-database",
            Title = "Public database",
            Area = Area.Security,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Anyone on the internet reaches the sign-in of the database, and only its password keeps them out.",
            Holds = "The database has no public address, or its security groups name who may reach it.",
        };

    public override IEnumerable<Opening> Subjects(Deployment deployment) => [.. Databases(deployment), .. Firewalls(deployment)];

    private static IEnumerable<Opening> Databases(Deployment deployment) =>
        from directory in deployment.Of<TerraformFile>().Where(file => !file.IsValues).GroupBy(file => file.File.Directory)
        let blocks = directory.SelectMany(file => file.Body.Of("resource")).ToList()
        from block in blocks
        where block.Label(0) is "aws_db_instance" or "aws_rds_cluster_instance"
        let address = block.Body["publicly_accessible"]
        where address is not null
        select new Opening($"{block.Label(0)}.{block.Label(1)}", block.Span) { Database = new Database(block, address, blocks) };

    private static IEnumerable<Opening> Firewalls(Deployment deployment) =>
        deployment
            .All<CloudResource>()
            .Where(resource =>
                resource.Type.EndsWith("/firewallRules", StringComparison.Ordinal)
                || resource.Type.EndsWith("_firewall_rule", StringComparison.Ordinal)
            )
            .Select(rule => new Opening(rule.Address, rule.Span) { Firewall = rule })
            .DistinctBy(opening => opening.Span);

    protected override Subject Identify(Opening subject) => new(subject.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(Opening subject, Deployment deployment) =>
        subject switch
        {
            { Database: { } database } => Check(database),
            { Firewall: { } firewall } => Check(firewall),
            _ => [],
        };

    /// <remarks>Source: Azure Database for PostgreSQL, "Firewall rules": 0.0.0.0 to 0.0.0.0 admits services of Azure, a range to 255.255.255.255 everybody.</remarks>
    private IEnumerable<Verdict> Check(CloudResource rule)
    {
        var first = rule["startIpAddress"] ?? rule["start_ip_address"];
        var last = rule["endIpAddress"] ?? rule["end_ip_address"];
        if (first is { Value.Text: "0.0.0.0" } && last is { Value.Text: "0.0.0.0" })
        {
            yield return Warn(
                    last.Span,
                    $"{rule.Address} admits every service of Azure, those of other customers too: that is what 0.0.0.0 to 0.0.0.0 means."
                )
                .As(rule.Environment is TargetEnvironment.Development or TargetEnvironment.Test ? Severity.Low : Severity.Medium)
                .Remedy($"Use a private endpoint or a virtual network, or name the outbound addresses of your services in {last.Span}.")
                .VerifyGone();
            yield break;
        }

        if (
            first is not { Value.Text: "0.0.0.0" or "0.0.0.1" or "1.0.0.0" }
            || last is not { Value.Text: "255.255.255.255" or "255.255.255.254" }
        )
        {
            yield break;
        }

        yield return Fail(
                last.Span,
                $"{rule.Address} opens the database to {first.Value.Text}–{last.Value.Text}: every address of the internet."
            )
            .As(rule.Environment is TargetEnvironment.Development or TargetEnvironment.Test ? Severity.Low : Severity.High)
            .Related(first.Span)
            .Remedy($"Name the addresses that need it in {first.Span}, or use a private endpoint.")
            .VerifyOneGone();
    }

    private IEnumerable<Verdict> Check(Database subject)
    {
        if (subject.Address.Value is not HclExpression.Literal { Text: "true" })
        {
            yield break;
        }

        var named = Groups(subject);
        var open = subject
            .All.Where(block => block.Label(0) == Group && named.Contains(block.Label(1)))
            .SelectMany(group => group.Body.Of("ingress"))
            .Concat(subject.All.Where(block => IsRuleOf(block, named)))
            .FirstOrDefault(IsOpen);
        if (open is null)
        {
            yield break;
        }

        var password = PasswordOf(subject);
        yield return Fail(
                subject.Address.Span,
                $"{subject.Block.Label(0)}.{subject.Block.Label(1)} has a public address, and its security group admits {Anywhere}{(password is null ? "" : "; its password is in the repository")}."
            )
            .As(password is null ? Severity.High : Severity.Critical)
            .Related(Sources(open)?.Span ?? open.Span)
            .Related(password?.Span)
            .Remedy(
                $"Write `publicly_accessible = false` in {subject.Address.Span}, or name the addresses that need it in {Sources(open)?.Span ?? open.Span}."
            )
            .VerifyOneGone();
    }

    /// <summary>A password that is written out: everyone who reads the repository can sign in.</summary>
    private static HclAttribute? PasswordOf(Database subject) =>
        new[] { subject.Block }
            .Concat(subject.All.Where(block => block.Label(0) == "aws_rds_cluster"))
            .Select(block => block.Body["password"] ?? block.Body["master_password"])
            .FirstOrDefault(password => password?.Value is HclExpression.Literal { IsText: true, Text.Length: > 0 });

    /// <summary>The security groups of the database; those of its cluster where it has none of its own.</summary>
    private static HashSet<string> Groups(Database subject) =>
        [
            .. (
                subject.Block.Body["vpc_security_group_ids"] is { } own
                    ? [own]
                    : subject
                        .All.Where(block => block.Label(0) == "aws_rds_cluster")
                        .Select(cluster => cluster.Body["vpc_security_group_ids"])
                        .OfType<HclAttribute>()
            )
                .SelectMany(ids => ids.Value.All)
                .Select(part => part.Path)
                .Where(path => path is [Group, _, ..])
                .Select(path => path[1]),
        ];

    private static bool IsRuleOf(HclBlock block, HashSet<string> groups) =>
        block.Label(0) is "aws_security_group_rule" or "aws_vpc_security_group_ingress_rule"
        && block.Body["type"] is null or { Value: HclExpression.Literal { Text: "ingress" } }
        && block.Body["security_group_id"]?.Value.All.Any(part => part.Path is [Group, var name, ..] && groups.Contains(name)) is true;

    private static HclAttribute? Sources(HclBlock rule) => rule.Body["cidr_blocks"] ?? rule.Body["cidr_ipv4"];

    private static bool IsOpen(HclBlock rule) =>
        Sources(rule)?.Value.All.Any(part => part is HclExpression.Literal { Text: Anywhere }) is true
        && (
            Protocol(rule) is "-1" or "all"
            || (
                Number(rule, "from_port") is { } from
                && Number(rule, "to_port") is { } to
                && Array.Exists(Ports, port => from <= port && port <= to)
            )
        );

    private static string? Protocol(HclBlock rule) =>
        ((rule.Body["protocol"] ?? rule.Body["ip_protocol"])?.Value as HclExpression.Literal)?.Text;

    private static int? Number(HclBlock rule, string name) =>
        rule.Body[name]?.Value is HclExpression.Literal { Text: var text }
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>What may admit everybody.</summary>
    internal sealed record Opening(string Name, SourceSpan Span)
    {
        public Database? Database { get; init; }

        public CloudResource? Firewall { get; init; }
    }

    /// <summary>A database that says whether it has a public address, and all resources of its module.</summary>
    internal sealed record Database(HclBlock Block, HclAttribute Address, IReadOnlyList<HclBlock> All);
}
