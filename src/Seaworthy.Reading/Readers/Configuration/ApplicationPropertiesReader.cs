using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Properties;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Configuration;

/// <summary>Reads application.yml, application-&lt;profile&gt;.properties and their like to flat properties.</summary>
/// <remarks>Sources: Spring Boot reference, "Externalized Configuration"; Quarkus, "Configuration Reference", profiles as prefixes of keys.</remarks>
internal sealed class ApplicationPropertiesReader : Reader
{
    private const int DeepestLevel = 60;
    private const int MostProperties = 5000;

    // Before Spring Boot 2.4, "spring.profiles" named the profiles of a document.
    private static readonly string[] Conditions = ["spring.config.activate.onprofile", "spring.profiles"];

    public override bool Accepts(string path) => ApplicationPropertiesName.Of(path) is not null;

    // A build may put values in before anybody reads the file as YAML ("version: @project.version@"): what is no YAML is not reported.
    public override Artifact? Read(FileSyntax file) =>
        ApplicationPropertiesName.Of(file.File.Path) is { } name
            ? new ApplicationProperties(file.File, name.Stem, name.Profile)
            {
                Documents = [.. (name.IsYaml ? Yaml(file) : Lines(file)).SelectMany(ByProfile)],
                Problems = name.IsYaml ? [.. file.Yaml.Problems.Where(problem => problem.Kind == ProblemKind.DuplicateKey)] : [],
            }
            : null;

    private static IEnumerable<List<ApplicationProperty>> Yaml(FileSyntax file)
    {
        foreach (var document in file.Yaml.Documents)
        {
            List<ApplicationProperty> properties = [];
            Flatten("", document, document.Span, properties, 0);
            yield return properties;
        }
    }

    private static IEnumerable<List<ApplicationProperty>> Lines(FileSyntax file) =>
        PropertiesParser
            .Parse(file.File)
            .Select(document =>
                document
                    .Take(MostProperties)
                    .Select(line => new ApplicationProperty(
                        line.Key,
                        PlaceholderParser.Parse(line.Value, line.ValueSpan),
                        line.KeySpan,
                        line.KeySpan.To(line.ValueSpan)
                    ))
                    .ToList()
            );

    private static void Flatten(string key, Node? node, SourceSpan keySpan, List<ApplicationProperty> properties, int depth)
    {
        if (depth > DeepestLevel || properties.Count > MostProperties)
        {
            return;
        }

        foreach (var entry in node?.Entries ?? [])
        {
            Flatten(Below(key, entry.Key), entry.Value, entry.KeySpan, properties, depth + 1);
        }

        var index = 0;
        foreach (var item in node?.Items ?? [])
        {
            Flatten($"{key}[{index++}]", item, item.Span, properties, depth + 1);
        }

        if (node is ScalarNode scalar && key.Length > 0)
        {
            var whole = scalar.Span.Start >= keySpan.Start ? keySpan.To(scalar.Span) : scalar.Span;
            properties.Add(new ApplicationProperty(key, PlaceholderParser.Parse(scalar.Text ?? "", scalar.Span), keySpan, whole));
        }
    }

    // "[/api/**]" keeps signs that a key cannot hold otherwise.
    private static string Below(string key, string name) =>
        key.Length == 0 ? name
        : name.StartsWith('[') ? key + name
        : $"{key}.{name}";

    /// <summary>Splits off what the keys themselves keep for a profile (Quarkus's <c>%prod.quarkus.http.port</c>); a document states its own in a property.</summary>
    private static IEnumerable<PropertyDocument> ByProfile(List<ApplicationProperty> properties)
    {
        var condition = properties
            .Where(property =>
                Conditions.Contains(property.Canonical) || property.Canonical.StartsWith(Conditions[0] + "[", StringComparison.Ordinal)
            )
            .Select(property => property.Value.Raw)
            .ToList();
        yield return new PropertyDocument(
            condition.Count > 0 ? string.Join(" | ", condition) : null,
            [.. properties.Where(property => !property.Key.StartsWith('%'))]
        );
        foreach (
            var profile in properties.Where(property => property.Key.StartsWith('%')).GroupBy(property => property.Key.Split('.')[0][1..])
        )
        {
            yield return new PropertyDocument(
                profile.Key.Trim('"').Replace(',', '|'),
                [.. profile.Select(property => property.WithoutProfile()).OfType<ApplicationProperty>()]
            );
        }
    }
}
