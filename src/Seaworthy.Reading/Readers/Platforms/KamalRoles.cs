using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Platforms;

/// <summary>The roles of a deploy.yml of Kamal, and what they are given.</summary>
/// <remarks>Source: Kamal documentation, "Roles", "Environment variables".</remarks>
internal static class KamalRoles
{
    private const string Primary = "web";

    public static IReadOnlyList<KamalRole> Of(Node? servers) =>
        servers switch
        {
            SequenceNode list => [new KamalRole(new Fact<string>(Primary, list.Span), null) { IsProxied = true }],
            MappingNode roles => [.. roles.Entries.Select(Role)],
            _ => [],
        };

    /// <summary>Literals under <c>clear</c>, names under <c>secret</c>; without either, literals.</summary>
    public static IReadOnlyList<PlatformVariable> Environment(Node? env) =>
        env is null ? []
        : (env["clear"] ?? env["secret"]) is null ? PlatformValues.Variables(env)
        : [.. PlatformValues.Variables(env["clear"]), .. (env["secret"]?.Items ?? []).Select(Secret).OfType<PlatformVariable>()];

    private static KamalRole Role(NodeEntry entry) =>
        new(PlatformValues.Name(entry), entry.Value is MappingNode ? PlatformValues.Command(entry.Value["cmd"]) : null)
        {
            IsProxied = (entry.Value is MappingNode role ? (role["proxy"] ?? role["traefik"])?.Fact?.Value : null) is { } written
                ? written != "false"
                : entry.Key == Primary,
            Environment = entry.Value is MappingNode own ? Environment(own["env"]) : [],
        };

    /// <summary><c>NAME</c>, or <c>NAME:NAME_OF_SECRET</c>.</summary>
    private static PlatformVariable? Secret(Node item) =>
        item.Fact is { } written
            ? new PlatformVariable(written with { Value = written.Value.Split(':')[0] }, null, PlatformVariableOrigin.Secret, written.Span)
            : null;
}
