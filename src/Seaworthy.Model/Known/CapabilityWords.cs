using System.Text.Json;
using Seaworthy.Model.Topology;

namespace Seaworthy.Model.Known;

/// <summary>The kinds of capability as a configuration spells them: <c>store-backup</c>.</summary>
public static class CapabilityWords
{
    public static IReadOnlyList<string> All { get; } =
    [.. Enum.GetNames<CapabilityKind>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    public static string Of(CapabilityKind kind) => All[(int)kind];
}
