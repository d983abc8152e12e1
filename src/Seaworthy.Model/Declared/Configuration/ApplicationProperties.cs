using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Configuration;

/// <summary>application.yml, application-prod.properties, bootstrap.yml, microprofile-config.properties: the properties of a program on the JVM (Spring, Quarkus, Micronaut).</summary>
/// <param name="Stem">The file's name without profile and suffix: <c>application</c>, <c>bootstrap</c>.</param>
/// <param name="Profile">The profile in the file's name; null for the base file.</param>
public sealed record ApplicationProperties(SourceFile File, string Stem, string? Profile) : Artifact(File)
{
    /// <summary>In the order in which later ones win.</summary>
    public IReadOnlyList<PropertyDocument> Documents { get; init; } = [];

    public IEnumerable<ApplicationProperty> All => Documents.SelectMany(document => document.Properties);
}
