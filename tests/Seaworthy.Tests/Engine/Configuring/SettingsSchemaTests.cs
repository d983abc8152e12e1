using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Seaworthy.Engine.Configuring;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Formats.Yaml;
using Seaworthy.Tests.Engine.Reporting;
using Xunit;

namespace Seaworthy.Tests.Engine.Configuring;

/// <summary>What the schema tells an editor is what the reader takes.</summary>
public sealed class SettingsSchemaTests
{
    private static readonly SchemaValidator Schema = new(JsonDocument.Parse(Written()).RootElement);

    [Theory]
    [InlineData("gate: never")]
    [InlineData("rules: {files/duplicate-key: off, files/invalid-file: {severity: critical}}")]
    [InlineData("areas: {ports-and-health: off}")]
    [InlineData("paths: {exclude: ['**/fixtures/**', docs/, '*.md', .github, a..b]}")]
    [InlineData("extends: startup")]
    [InlineData("extends: [library, regulated]\nareas: {backup: on}\nrules: {files/duplicate-key: on}")]
    [InlineData("rules: {files/duplicate-key: {severity: off, reason: the loader takes the last}}")]
    [InlineData("paths: {}")]
    [InlineData("suppressions: []")]
    [InlineData("facts: {hosts: [db.internal, '*.corp'], variables: [A_B], files: [certs/a.pem], capabilities: [store-backup]}")]
    [InlineData("facts: {variables: {'*': [A], api: [B, c.d]}, objects: [secret/a, secret/a/b, network/proxy]}")]
    [InlineData(
        "suppressions: [{rule: files/duplicate-key, reason: x, path: a, subject: b, fingerprint: 0123456789abcdef, until: 2027-01-31}]"
    )]
    public void Both_take(string text)
    {
        Assert.Empty(Faults(text));
        Assert.Empty(Schema.Complaints(Json(text)));
    }

    [Theory]
    [InlineData("gate: urgent")]
    [InlineData("gate: [high]")]
    [InlineData("Gate: high")]
    [InlineData("[]")]
    [InlineData("rules: off")]
    [InlineData("rules: {files/no-such-rule: off}")]
    [InlineData("extends: strict")]
    [InlineData("extends: {startup: on}")]
    [InlineData("rules: {files/duplicate-key: maybe}")]
    [InlineData("rules: {files/duplicate-key: {reason: x}}")]
    [InlineData("rules: {files/duplicate-key: {}}")]
    [InlineData("rules: {files/duplicate-key: {severity: never}}")]
    [InlineData("rules: {files/duplicate-key: {severity: low, note: x}}")]
    [InlineData("areas: {ports: off}")]
    [InlineData("areas: {secrets: low}")]
    [InlineData("areas: [secrets]")]
    [InlineData("paths: {exclude: docs}")]
    [InlineData("paths: {exclude: [/docs]}")]
    [InlineData("paths: {exclude: [a/../b]}")]
    [InlineData("paths: {exclude: [..]}")]
    [InlineData("paths: {exclude: [./a]}")]
    [InlineData("paths: {exclude: [a//b]}")]
    [InlineData("paths: {exclude: ['a\\b']}")]
    [InlineData("paths: {include: [a]}")]
    [InlineData("facts: {host: [a]}")]
    [InlineData("facts: {hosts: a}")]
    [InlineData("facts: {hosts: ['http://a']}")]
    [InlineData("facts: {variables: {api: A}}")]
    [InlineData("facts: {variables: ['A=b']}")]
    [InlineData("facts: {files: [/etc/a]}")]
    [InlineData("facts: {objects: [a]}")]
    [InlineData("facts: {objects: [pod/a]}")]
    [InlineData("facts: {objects: [network/a/b]}")]
    [InlineData("facts: {objects: [secret/a/b/c]}")]
    [InlineData("facts: {capabilities: [backups]}")]
    [InlineData("suppressions: {rule: files/duplicate-key, reason: x}")]
    [InlineData("suppressions: [{rule: files/duplicate-key}]")]
    [InlineData("suppressions: [{reason: x}]")]
    [InlineData("suppressions: [{rule: files/duplicate-key, reason: ' '}]")]
    [InlineData("suppressions: [{rule: files/duplicate-key, reason: x, until: tomorrow}]")]
    [InlineData("suppressions: [{rule: files/duplicate-key, reason: x, fingerprint: xyz}]")]
    [InlineData("suppressions: [{rule: files/duplicate-key, reason: x, line: 4}]")]
    [InlineData("suppressions: [files/duplicate-key]")]
    public void Both_refuse(string text)
    {
        Assert.NotEmpty(Faults(text));
        Assert.NotEmpty(Schema.Complaints(Json(text)));
    }

    private static IReadOnlyList<Problem> Faults(string text) => SettingsReading.Of(new SourceFile("seaworthy.yaml", text)).Faults;

    private static string Written()
    {
        using StringWriter text = new(CultureInfo.InvariantCulture);
        SettingsSchema.Write(text);
        return text.ToString();
    }

    private static JsonElement Json(string text) =>
        JsonSerializer.SerializeToElement(Json(YamlParser.Parse(new SourceFile("a.yaml", text)).Root));

    private static JsonNode? Json(Node? node) =>
        node switch
        {
            MappingNode mapping => new JsonObject(mapping.Pairs.Select(pair => KeyValuePair.Create(pair.Key, Json(pair.Value)))),
            SequenceNode sequence => new JsonArray([.. sequence.Elements.Select(Json)]),
            ScalarNode { IsNull: false } scalar => JsonValue.Create(scalar.Value),
            _ => null,
        };
}
