using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Seaworthy.Engine.Importing;
using Xunit;

namespace Seaworthy.Tests.Engine.Importing;

/// <summary>Files of other tools, in the shape that each of them writes.</summary>
internal static class Sarif
{
    public static ImportedLog Log(string text, string name = "other.sarif")
    {
        var log = SarifImport.Read(name, Encoding.UTF8.GetBytes(text), out var fault);
        Assert.Equal("", fault);
        Assert.NotNull(log);
        return log;
    }

    public static ImportedLog Of(string tool, params IReadOnlyList<JsonObject> results) => Log(File(tool, [], results));

    public static string File(string tool, IReadOnlyList<JsonObject> rules, IReadOnlyList<JsonObject> results, JsonObject? bases = null) =>
        new JsonObject
        {
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(
                new JsonObject
                {
                    ["tool"] = new JsonObject
                    {
                        ["driver"] = new JsonObject { ["name"] = tool, ["rules"] = new JsonArray([.. rules]) },
                    },
                    ["originalUriBaseIds"] = bases,
                    ["results"] = new JsonArray([.. results]),
                }
            ),
        }.ToJsonString(JsonSerializerOptions.Default);

    public static JsonObject Result(
        string rule,
        string level,
        string uri,
        int line,
        int? endLine = null,
        string? message = null,
        string? baseId = null
    ) =>
        new()
        {
            ["ruleId"] = rule,
            ["level"] = level,
            ["message"] = new JsonObject { ["text"] = message ?? $"{rule} is violated" },
            ["locations"] = new JsonArray(
                new JsonObject
                {
                    ["physicalLocation"] = new JsonObject
                    {
                        ["artifactLocation"] = new JsonObject { ["uri"] = uri, ["uriBaseId"] = baseId },
                        ["region"] = line == 0 ? null : new JsonObject { ["startLine"] = line, ["endLine"] = endLine ?? line },
                    },
                }
            ),
        };
}
